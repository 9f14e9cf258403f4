package io.github.ovhspring.test;

import java.util.Collection;

import io.github.ovhspring.test.stub.OvhCollection;
import io.github.ovhspring.test.stub.OvhFault;
import io.github.ovhspring.test.stub.OvhStub;
import io.github.ovhspring.test.stub.OvhStubs;

/**
 * The short form of stubs. Its paths are those of the API's documentation: {@code /me} is
 * answered at {@code /1.0/me} and {@code /v1/me}. Their placeholders stand for any
 * segment, or for the values that are given, in the order of the placeholders.
 */
abstract sealed class OvhSimulatorStubs permits OvhSimulator {

	final OvhStubs stubs = new OvhStubs();

	/**
	 * Say what {@code GET} calls of a path answer.
	 * @param path the path, such as {@code /me/bill/{billId}} or {@code /v2/iam/policy}
	 * @param uriVariables values of the first of its placeholders; the others stand for
	 * any
	 * @return what is to be said about the calls
	 * @throws IllegalArgumentException if the path is none, or if there are too many
	 * values
	 */
	public OvhStub get(String path, Object... uriVariables) {
		return this.stubs.stub("GET", path, uriVariables);
	}

	/**
	 * Say what {@code POST} calls of a path answer.
	 * @param path the path
	 * @param uriVariables values of the first of its placeholders
	 * @return what is to be said about the calls
	 * @see #get
	 */
	public OvhStub post(String path, Object... uriVariables) {
		return this.stubs.stub("POST", path, uriVariables);
	}

	/**
	 * Say what {@code PUT} calls of a path answer.
	 * @param path the path
	 * @param uriVariables values of the first of its placeholders
	 * @return what is to be said about the calls
	 * @see #get
	 */
	public OvhStub put(String path, Object... uriVariables) {
		return this.stubs.stub("PUT", path, uriVariables);
	}

	/**
	 * Say what {@code PATCH} calls of a path answer.
	 * @param path the path
	 * @param uriVariables values of the first of its placeholders
	 * @return what is to be said about the calls
	 * @see #get
	 */
	public OvhStub patch(String path, Object... uriVariables) {
		return this.stubs.stub("PATCH", path, uriVariables);
	}

	/**
	 * Say what {@code DELETE} calls of a path answer.
	 * @param path the path
	 * @param uriVariables values of the first of its placeholders
	 * @return what is to be said about the calls
	 * @see #get
	 */
	public OvhStub delete(String path, Object... uriVariables) {
		return this.stubs.stub("DELETE", path, uriVariables);
	}

	/**
	 * List objects at a path and give each below it: {@code /me/bill} and
	 * {@code /me/bill/{billId}}. In version 1 of the API the list holds ids, in version 2
	 * whole objects. It comes in pages to those who ask for pages, and an id that is not
	 * there is the API's 404.
	 * @param path the path of the list
	 * @param idProperty the property of the objects that has their id
	 * @param items the objects, written as JSON by Jackson
	 * @return the collection
	 * @throws IllegalArgumentException if an object has no such property, or if two have
	 * the same id
	 */
	public OvhCollection collection(String path, String idProperty, Collection<?> items) {
		return this.stubs.collection(path, idProperty, items);
	}

	/**
	 * Let the calls of a path fail, of whatever method and whatever else answers them.
	 * Several faults of a call happen in the order in which they were said. Keys and
	 * signature are checked before.
	 * @param path the path, whose placeholders stand for any segment
	 * @param fault how they fail
	 * @throws IllegalArgumentException if the path is none
	 */
	public void fails(String path, OvhFault fault) {
		this.stubs.fail(path, fault);
	}

}
