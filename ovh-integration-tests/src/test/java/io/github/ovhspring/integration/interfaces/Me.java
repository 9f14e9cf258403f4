package io.github.ovhspring.integration.interfaces;

record Me(String firstname) {

}
