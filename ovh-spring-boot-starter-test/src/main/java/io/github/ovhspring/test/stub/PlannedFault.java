package io.github.ovhspring.test.stub;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.CallPattern;

/**
 * Fault that happens to calls a number of times.
 *
 * @param calls the calls it happens to
 * @param fault the fault
 * @param left how often it still happens
 */
record PlannedFault(CallPattern calls, OvhFault fault, AtomicInteger left) {

	PlannedFault(CallPattern calls, OvhFault fault) {
		this(calls, fault, new AtomicInteger(fault.times()));
	}

	boolean happensTo(ApiCall call) {
		return this.calls.match(call).isPresent() && this.left.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
	}

}
