package io.github.ovhspring.test.contract;

import java.util.Map;
import java.util.Set;

import io.github.ovhspring.test.rest.CallPattern;

/**
 * A call that a description has.
 *
 * @param calls method and path
 * @param query parameters of the query
 * @param requiredQuery names of those that have to be there
 * @param body what the body has to be
 * @param answer what the answer has to be
 */
record ApiOperation(CallPattern calls, Map<String, Shape> query, Set<String> requiredQuery, Shape body, Shape answer) {

}
