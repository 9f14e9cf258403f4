package io.github.ovhspring.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a call of an HTTP service interface as {@link OvhRequest#unauthenticated()} does:
 * with the application key, if there is one, but neither signature nor token. On an
 * interface it is for all of its methods.
 *
 * <pre class="code">
 * &#064;HttpExchange("/order/catalog")
 * interface CatalogApi {
 *
 *     &#064;Unauthenticated
 *     &#064;GetExchange("/public/cloud")
 *     Catalog cloud(&#064;RequestParam String ovhSubsidiary);
 *
 * }
 * </pre>
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Unauthenticated {

}
