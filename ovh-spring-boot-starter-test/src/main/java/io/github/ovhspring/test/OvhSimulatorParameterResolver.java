package io.github.ovhspring.test;

import java.lang.reflect.Method;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.beans.factory.annotation.ParameterResolutionDelegate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives test methods the simulator without {@code @Autowired}. With it, Spring does.
 */
final class OvhSimulatorParameterResolver implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == OvhSimulator.class
				&& parameter.getDeclaringExecutable() instanceof Method
				&& !ParameterResolutionDelegate.isAutowirable(parameter.getParameter(), parameter.getIndex());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return SpringExtension.getApplicationContext(context).getBean(OvhSimulator.class);
	}

}
