package io.github.ovhspring.client;

import java.util.List;
import java.util.Map;

import io.github.ovhspring.http.ApiError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClientResponseException;

/**
 * Answer of the OVHcloud API that is not a success, or that cannot be read. The nested
 * classes tell the kinds apart; what is of none of them is of this class.
 * <p>
 * The message names the call, the status, what the API says, the id by which OVHcloud's
 * support finds the call, and what to do where the API is known to mislead.
 */
// Exceptions are serializable by birth; nobody sends these anywhere.
@SuppressWarnings("serial")
public class OvhApiException extends RestClientResponseException {

	private final HttpMethod method;

	private final String path;

	private final ApiError error;

	private final @Nullable String queryId;

	OvhApiException(FailedCall call) {
		super(call.message(), call.status(), call.statusText(), call.headers(), call.body(), null);
		this.method = call.method();
		this.path = call.path();
		this.error = call.error();
		this.queryId = call.queryId();
		initCause(call.cause());
		call.earlier().forEach(this::addSuppressed);
	}

	/**
	 * Return the method of the call.
	 * @return the method
	 */
	public HttpMethod method() {
		return this.method;
	}

	/**
	 * Return the path of the call as it is written in code, placeholders not filled.
	 * @return the path, such as {@code /me/bill/{id}}
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return the API's code for the error, which errors of its newer shape do not have.
	 * @return the code, such as {@code NOT_CREDENTIAL}, or {@code null}
	 */
	public @Nullable String errorCode() {
		return this.error.errorCode();
	}

	/**
	 * Return the API's class for the error, which errors of its older shape do not have.
	 * @return the class, such as {@code Client::Forbidden}, or {@code null}
	 */
	public @Nullable String errorClass() {
		return this.error.errorClass();
	}

	/**
	 * Return what the API says of the error.
	 * @return the API's own message, or {@code null} where the answer has none
	 */
	public @Nullable String apiMessage() {
		return this.error.message();
	}

	/**
	 * Return further facts that the API gives.
	 * @return the facts by name, those that are not text as JSON
	 */
	public Map<String, String> details() {
		return this.error.details();
	}

	/**
	 * Return the actions that the IAM policies of the caller lack for this call.
	 * @return the actions, such as {@code dedicatedServer:apiovh:get}
	 */
	public List<String> missingIamActions() {
		return this.error.missingIamActions();
	}

	/**
	 * Return the id by which OVHcloud's support finds the call.
	 * @return the header {@code X-Ovh-QueryID}, or {@code null}
	 */
	public @Nullable String queryId() {
		return this.queryId;
	}

	/** 400: the API does not accept what was sent. */
	public static class BadRequest extends OvhApiException {

		BadRequest(FailedCall call) {
			super(call);
		}

	}

	/**
	 * 400 {@code INVALID_SIGNATURE}: keys, URL or body are not what was signed, or the
	 * API says so of a body of the wrong shape.
	 */
	public static class InvalidSignature extends BadRequest {

		InvalidSignature(FailedCall call) {
			super(call);
		}

	}

	/** 400 {@code QUERY_TIME_OUT}: the timestamp is too far from the API's own time. */
	public static class ClockSkew extends BadRequest {

		ClockSkew(FailedCall call) {
			super(call);
		}

	}

	/** 401: the call needs credentials, or others. */
	public static class Unauthorized extends OvhApiException {

		Unauthorized(FailedCall call) {
			super(call);
		}

	}

	/** 403: the call is not allowed, for whatever reason. */
	public static class Forbidden extends OvhApiException {

		Forbidden(FailedCall call) {
			super(call);
		}

	}

	/** 403 {@code INVALID_KEY}: the endpoint does not know the application key. */
	public static class InvalidKey extends Forbidden {

		InvalidKey(FailedCall call) {
			super(call);
		}

	}

	/**
	 * 403 {@code INVALID_CREDENTIAL}: the consumer key is not validated yet, has expired
	 * or was revoked.
	 */
	public static class InvalidCredential extends Forbidden {

		InvalidCredential(FailedCall call) {
			super(call);
		}

	}

	/**
	 * 403 {@code NOT_CREDENTIAL}: the consumer key does not exist for this application.
	 */
	public static class NotCredential extends Forbidden {

		NotCredential(FailedCall call) {
			super(call);
		}

	}

	/**
	 * 403 {@code NOT_GRANTED_CALL}: the access rules of the consumer key do not allow the
	 * call.
	 */
	public static class NotGrantedCall extends Forbidden {

		NotGrantedCall(FailedCall call) {
			super(call);
		}

	}

	/** 404: there is no such object, service or path. */
	public static class NotFound extends OvhApiException {

		NotFound(FailedCall call) {
			super(call);
		}

	}

	/** 409: the call does not fit the present state of the object. */
	public static class Conflict extends OvhApiException {

		Conflict(FailedCall call) {
			super(call);
		}

	}

	/** 412: the object has changed since it was read. */
	public static class PreconditionFailed extends OvhApiException {

		PreconditionFailed(FailedCall call) {
			super(call);
		}

	}

	/** 423: the object is busy. */
	public static class Locked extends OvhApiException {

		Locked(FailedCall call) {
			super(call);
		}

	}

	/** 429: too many calls in a short time. */
	public static class TooManyRequests extends OvhApiException {

		TooManyRequests(FailedCall call) {
			super(call);
		}

	}

	/** 460: the service has expired. */
	public static class ServiceExpired extends OvhApiException {

		ServiceExpired(FailedCall call) {
			super(call);
		}

	}

	/** 5xx: the API, or a server before it, failed. */
	public static class ServerError extends OvhApiException {

		ServerError(FailedCall call) {
			super(call);
		}

	}

	/**
	 * The call succeeded, but its answer is missing, is not JSON, is not of the type
	 * asked for, was cut short or is too large.
	 */
	public static class UnreadableResponse extends OvhApiException {

		UnreadableResponse(FailedCall call) {
			super(call);
		}

	}

}
