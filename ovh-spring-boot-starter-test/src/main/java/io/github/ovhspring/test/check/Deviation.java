package io.github.ovhspring.test.check;

/**
 * A way in which a client may have signed something else than it sent.
 *
 * @param what what it signed, as the end of a sentence
 * @param text the text that it signed then
 */
record Deviation(String what, SignedText text) {
}
