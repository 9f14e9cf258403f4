package io.github.ovhspring.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;

/**
 * Call to the OVHcloud API: first what to send, then in which form to get the answer. A
 * request is made for one call and is not thread-safe.
 * <p>
 * Each method that gets the answer sends the call and throws an {@link OvhApiException}
 * where the API answers anything but a success, and Spring's
 * {@link org.springframework.web.client.ResourceAccessException} where there is no
 * answer. An answer of type {@link String} is the value of a JSON string, or the text of
 * any other JSON.
 */
public interface OvhRequest {

	/**
	 * Add query parameters. {@code null} is left out; several values, a collection or an
	 * array repeat the name; {@code java.time} values are written in ISO 8601.
	 * @param name the name of the parameter
	 * @param values its values
	 * @return this request
	 */
	OvhRequest query(String name, @Nullable Object... values);

	/**
	 * Add a header.
	 * @param name the name of the header
	 * @param values its values
	 * @return this request
	 * @throws IllegalArgumentException if the header is one that signs or authorises the
	 * call, or if it has characters that no header may have
	 */
	OvhRequest header(String name, String... values);

	/**
	 * Set the body, to be sent as JSON. A {@link String} or {@code byte[]} is sent as it
	 * is. A call without a body has no {@code Content-Type}.
	 * @param body the body
	 * @return this request
	 */
	OvhRequest body(Object body);

	/**
	 * Send the call without a signature.
	 * @return this request
	 */
	OvhRequest unauthenticated();

	/**
	 * Set how many elements a page of a list may have, by header
	 * {@code X-Pagination-Size}. The API may give fewer. Without {@link #stream} there is
	 * but the first page.
	 * @param elements the number of elements
	 * @return this request
	 * @throws IllegalArgumentException if it is less than 1
	 */
	OvhRequest pageSize(int elements);

	/**
	 * Send the call and return the answer.
	 * @param <T> the type of the answer
	 * @param type the type of the answer
	 * @return the answer
	 * @throws OvhApiException.UnreadableResponse if there is none, or it is {@code null},
	 * or not of that type
	 */
	<T> T as(Class<T> type);

	/**
	 * Send the call and return the answer.
	 * @param <T> the type of the answer
	 * @param type the type of the answer
	 * @return the answer
	 * @throws OvhApiException.UnreadableResponse if there is none, or it is {@code null},
	 * or not of that type
	 */
	<T> T as(ParameterizedTypeReference<T> type);

	/**
	 * Send the call and return the list that is the answer.
	 * @param <T> the type of the elements
	 * @param elementType the type of the elements
	 * @return the list, empty where there is no answer
	 * @throws OvhApiException.UnreadableResponse if it is not such a list
	 */
	<T> List<T> asList(Class<T> elementType);

	/**
	 * Walk a list that the API gives in pages, from cursor to cursor (headers
	 * {@code X-Pagination-Cursor} and {@code X-Pagination-Cursor-Next}). A page is asked
	 * for when its first element is, and only one is kept in memory. The walk ends with
	 * the page that has no cursor; a list that the API does not give in pages is one
	 * page:
	 *
	 * <pre class="code">
	 * ovh.get("/v2/iam/policy").pageSize(100).stream(Policy.class).filter(Policy::readOnly).limit(10).toList();
	 * </pre>
	 *
	 * The stream asks for one page after the other even where it is made parallel, and
	 * need not be closed. The message of an {@link OvhApiException} names the page. An
	 * {@link OvhApiException.UnreadableResponse} ends the walk where the API leads it in
	 * a circle: at once where a page names itself as the next, otherwise when no more
	 * than three times as many pages have come as there are, since not all cursors are
	 * kept.
	 * @param <T> the type of the elements
	 * @param elementType the type of the elements
	 * @return the elements, none of them asked for yet
	 */
	<T> Stream<T> stream(Class<T> elementType);

	/**
	 * Send the call and return the answer, if there is one: not where the API answers 404
	 * (not found), 460 (expired), {@code null} or nothing.
	 * @param <T> the type of the answer
	 * @param type the type of the answer
	 * @return the answer, or empty
	 * @throws OvhApiException.UnreadableResponse if it is not of that type
	 */
	<T> Optional<T> asOptional(Class<T> type);

	/**
	 * Send the call and return the answer with its status and headers. The entity has no
	 * body where there is no answer or it is {@code null}.
	 * @param <T> the type of the answer
	 * @param type the type of the answer
	 * @return the answer with its status and headers
	 * @throws OvhApiException.UnreadableResponse if it is not of that type
	 */
	<T> ResponseEntity<T> asEntity(Class<T> type);

	/**
	 * Send the call, whatever the API answers to it as long as that is a success.
	 */
	void send();

}
