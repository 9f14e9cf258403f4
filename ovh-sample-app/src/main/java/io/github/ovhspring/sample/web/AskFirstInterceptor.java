package io.github.ovhspring.sample.web;

import io.github.ovhspring.sample.account.Account;
import io.github.ovhspring.sample.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/**
 * Answers a form that would change something at the real API with the question whether it
 * shall, which sends the same form again, confirmed.
 */
@Component
class AskFirstInterceptor implements HandlerInterceptor {

	private final Accounts accounts;

	private final boolean simulated;

	AskFirstInterceptor(Accounts accounts, @Value("${sample.simulated}") boolean simulated) {
		this.accounts = accounts;
		this.simulated = simulated;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws ModelAndViewDefiningException {
		AskFirst question = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(AskFirst.class)
				: null;
		if (question != null && !this.simulated) {
			Account account = this.accounts.inUse(request);
			// The answer is for the account that the question names.
			if (!account.id().equals(request.getParameter("confirmed"))) {
				account.me();
				throw new ModelAndViewDefiningException(
						new ModelAndView("confirm").addObject("question", question.value())
							.addObject("path", request.getRequestURI())
							.addObject("parameters", request.getParameterMap()));
			}
		}
		return true;
	}

}
