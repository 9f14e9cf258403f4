package io.github.ovhspring.autoconfigure;

import java.util.Set;

import io.github.ovhspring.client.OvhClient;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when there is a client, with a name or without.
 */
class OnAnyOvhClientCondition extends AnyNestedCondition {

	OnAnyOvhClientCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(OvhClient.class)
	interface Unnamed {

	}

	@Conditional(OnNames.class)
	interface Named {

	}

	static class OnNames extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Set<String> names = ClientNames.of(context.getEnvironment());
			ConditionMessage.Builder message = ConditionMessage.forCondition("OVHcloud API clients");
			return names.isEmpty() ? ConditionOutcome.noMatch(message.didNotFind("any").items("ovh.clients.*"))
					: ConditionOutcome.match(message.found("client", "clients").items(names));
		}

	}

}
