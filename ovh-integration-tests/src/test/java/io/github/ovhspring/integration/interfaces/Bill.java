package io.github.ovhspring.integration.interfaces;

record Bill(String billId) {

}
