package io.github.ovhspring.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.ovhspring.conf.OvhConfLocations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when anything of endpoint and credentials is configured for the client without
 * a name. What is wrong with it is for {@link PropertiesOvhConnectionDetails} to say.
 */
class OnOvhConfiguredCondition extends SpringBootCondition implements ConfigurationCondition {

	private static final Log logger = LogFactory.getLog(OnOvhConfiguredCondition.class);

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("OVHcloud API configured");
		if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			return ConditionOutcome
				.match(message.because("the place where the application is built need not be configured"));
		}
		Environment environment = context.getEnvironment();
		ListableBeanFactory beanFactory = Objects.requireNonNull(context.getBeanFactory());
		List<String> providers = new CredentialsProviders(beanFactory, ClientNames.of(environment)).unnamedBeans();
		if (!providers.isEmpty()) {
			return ConditionOutcome.match(message.found("credentials of").items(providers));
		}
		try {
			return outcome(message, OvhSettings.of(environment, locations(beanFactory)));
		}
		catch (FailureAnalyzedException ex) {
			return ConditionOutcome.match(message.because(ex.getMessage()));
		}
	}

	private static ConditionOutcome outcome(ConditionMessage.Builder message, OvhSettings settings) {
		List<String> places = settings.unnamed().places();
		if (settings.hasUnnamed()) {
			return ConditionOutcome.match(message.found("endpoint or credentials in").items(places));
		}
		if (settings.names().isEmpty()) {
			// Nobody else looks at the files then.
			settings.warnings().forEach(logger::warn);
		}
		return ConditionOutcome.noMatch(message.didNotFind("endpoint or credentials in").items(places));
	}

	static OvhConfLocations locations(BeanFactory beanFactory) {
		return beanFactory.getBeanProvider(OvhConfLocations.class).getIfAvailable(OvhConfLocations::ofProcess);
	}

}
