package io.github.ovhspring.sample.web;

import java.util.List;

import io.github.ovhspring.sample.account.AccountArgumentResolver;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What happens around each request, in this order.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private final PageInterceptor page;

	private final SameOriginInterceptor sameOrigin;

	private final AskFirstInterceptor askFirst;

	private final AccountArgumentResolver accounts;

	WebConfiguration(PageInterceptor page, SameOriginInterceptor sameOrigin, AskFirstInterceptor askFirst,
			AccountArgumentResolver accounts) {
		this.page = page;
		this.sameOrigin = sameOrigin;
		this.askFirst = askFirst;
		this.accounts = accounts;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.page);
		registry.addInterceptor(this.sameOrigin);
		registry.addInterceptor(this.askFirst);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.accounts);
	}

}
