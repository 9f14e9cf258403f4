/**
 * What the simulated API knows of those who call it: applications, consumer keys, service
 * accounts, and the time by which all of them end.
 */
@NullMarked
package io.github.ovhspring.test.account;

import org.jspecify.annotations.NullMarked;
