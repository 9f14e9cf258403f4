package io.github.ovhspring.test.contract;

import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ovhspring.test.stub.FaultFilter;

/**
 * Answer to a call.
 *
 * @param status the status
 * @param body the body
 * @param isChecked whether it is one that a description is about: errors and faults are
 * not
 */
record Answer(int status, String body, boolean isChecked) {

	static Answer of(Response response, ServeEvent serveEvent) {
		boolean isSuccess = response.getStatus() / 100 == 2;
		return new Answer(response.getStatus(), response.getBodyAsString(),
				isSuccess && !FaultFilter.hasAnswered(serveEvent));
	}

}
