package io.github.ovhspring.sample.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Form that changes something. Against the real API a page asks before it does.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AskFirst {

	/**
	 * Return what is about to be done.
	 * @return the question, without its mark
	 */
	String value();

}
