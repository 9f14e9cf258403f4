package io.github.ovhspring.integration.testing;

record Policy(String id, String name) {
}
