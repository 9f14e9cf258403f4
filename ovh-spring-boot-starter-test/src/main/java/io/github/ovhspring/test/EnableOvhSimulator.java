package io.github.ovhspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.context.annotation.Import;

/**
 * Starts an {@link OvhSimulator} with the application context and connects the
 * application's clients to it, whatever {@code ovh.*} properties and {@code ovh.conf}
 * say. The simulator is a bean, lives as long as the context, and on a test class is
 * {@linkplain OvhSimulator#reset() reset} after each test:
 *
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;EnableOvhSimulator
 * class WelcomeTests {
 *
 *     &#064;Test
 *     void greetsByFirstName(OvhSimulator ovh) {
 *         ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
 *         // …
 *     }
 *
 * }
 * </pre>
 *
 * With a slice such as {@code @WebMvcTest} it brings the auto-configuration of the
 * clients too, and with {@code @RestClientTest} it takes the place of the mock server.
 * <p>
 * Test classes with equal annotations share a context and so a simulator. Where JUnit
 * runs test classes in parallel, those that share one run one after the other.
 * <p>
 * On a configuration class it serves applications that are started from test code, by
 * {@code SpringApplication.from(App::main).with(…)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(OvhSimulatorConfiguration.class)
@ExtendWith(OvhSimulatorParameterResolver.class)
@ResourceLock(providers = SharedContextLocks.class)
public @interface EnableOvhSimulator {

	/**
	 * Whether the simulator speaks HTTPS. Clients trust its certificate, and an SSL
	 * bundle {@code ovh-simulator} makes others do so.
	 * @return whether it speaks HTTPS
	 */
	boolean https() default false;

	/**
	 * Whether the simulator answers as the made-up {@linkplain OvhSimulator#account()
	 * account}, which is as at first for each test.
	 * @return whether it does
	 */
	boolean account() default false;

	/**
	 * How the application's clients authenticate.
	 * @return by what they do
	 */
	SimulatedAuthentication authentication() default SimulatedAuthentication.CONSUMER_KEY;

	/**
	 * Clients that authenticate otherwise than the rest.
	 * @return the clients
	 */
	Client[] clients() default {};

	/**
	 * A client that is configured by {@code ovh.clients.<name>.*}.
	 */
	@Target({})
	@Retention(RetentionPolicy.RUNTIME)
	@interface Client {

		/**
		 * Name of the client.
		 * @return the name
		 */
		String name();

		/**
		 * How the client authenticates.
		 * @return by what it does
		 */
		SimulatedAuthentication authentication();

	}

}
