package io.github.ovhspring.sample.account;

import java.util.Objects;

import io.github.ovhspring.client.OvhClient;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Lets controllers take the account in use, or its client, as an argument. A service that
 * acts for one account needs none of this: there {@link OvhClient} is injected.
 */
@Component
public class AccountArgumentResolver implements HandlerMethodArgumentResolver {

	private final Accounts accounts;

	AccountArgumentResolver(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type.equals(OvhClient.class) || type.equals(Account.class);
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		Account account = this.accounts
			.inUse(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
		return parameter.getParameterType().equals(Account.class) ? account : account.ovh();
	}

}
