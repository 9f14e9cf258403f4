package io.github.ovhspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

/**
 * Starts an {@link OvhSimulator} with the application context and connects the
 * application's client to it, whatever {@code ovh.*} properties and {@code ovh.conf} say.
 * The simulator is a bean, lives as long as the context, and on a test class is
 * {@linkplain OvhSimulator#reset() reset} after each test:
 *
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;EnableOvhSimulator
 * class WelcomeTests {
 *
 *     &#064;Autowired
 *     OvhSimulator ovh;
 *
 *     &#064;Test
 *     void greetsByFirstName() {
 *         this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
 *         // …
 *     }
 *
 * }
 * </pre>
 *
 * On a configuration class it serves applications that are started from test code, by
 * {@code SpringApplication.from(App::main).with(…)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(OvhSimulatorConfiguration.class)
public @interface EnableOvhSimulator {

}
