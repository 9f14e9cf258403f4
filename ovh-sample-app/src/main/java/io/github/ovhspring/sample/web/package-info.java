/**
 * What all pages have in common: who may send what, and the frame around them.
 */
@NullMarked
package io.github.ovhspring.sample.web;

import org.jspecify.annotations.NullMarked;
