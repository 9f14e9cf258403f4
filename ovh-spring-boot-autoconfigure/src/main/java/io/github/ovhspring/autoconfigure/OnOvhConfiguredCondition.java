package io.github.ovhspring.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.ovhspring.auth.OvhCredentialsProvider;
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
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when anything of endpoint and credentials is configured. What is wrong with it
 * is for {@link PropertiesOvhConnectionDetails} to say.
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
		ListableBeanFactory beanFactory = Objects.requireNonNull(context.getBeanFactory());
		String[] providers = beanFactory.getBeanNamesForType(OvhCredentialsProvider.class, true, false);
		if (providers.length > 0) {
			return ConditionOutcome.match(message.found("credentials of").items((Object[]) providers));
		}
		try {
			OvhSettings settings = OvhSettings.of(context.getEnvironment(), locations(beanFactory));
			settings.warnings().forEach(logger::warn);
			List<String> places = settings.places();
			return settings.present().isEmpty()
					? ConditionOutcome.noMatch(message.didNotFind("endpoint or credentials in").items(places))
					: ConditionOutcome.match(message.found("endpoint or credentials in").items(places));
		}
		catch (FailureAnalyzedException ex) {
			return ConditionOutcome.match(message.because(ex.getMessage()));
		}
	}

	static OvhConfLocations locations(BeanFactory beanFactory) {
		return beanFactory.getBeanProvider(OvhConfLocations.class).getIfAvailable(OvhConfLocations::ofProcess);
	}

}
