package io.github.ovhspring.autoconfigure.service;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.github.ovhspring.client.Unauthenticated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * HTTP service interfaces as applications write them.
 */
final class ServiceApis {

	private ServiceApis() {
	}

	@HttpExchange("/me")
	interface MeApi {

		@GetExchange
		Me me();

		@GetExchange("/bill/{id}")
		Me bill(@PathVariable String id);

		@GetExchange("/bill")
		List<String> bills(@RequestParam(name = "date.from", required = false) @Nullable LocalDate from,
				@RequestParam(required = false) @Nullable List<String> category,
				@RequestParam(required = false) @Nullable Boolean paid);

		@GetExchange("/log")
		List<String> log(@RequestParam OffsetDateTime since, @RequestParam Instant until, @RequestParam String text);

		@GetExchange
		ResponseEntity<Me> entity();

		@GetExchange
		Optional<Me> maybe();

		@GetExchange
		@Nullable Me orNull();

		@GetExchange("/task")
		Collection<String> tasks(@RequestParam State state);

		@GetExchange
		JsonNode json();

		@PutExchange
		void update(@RequestBody Me me);

		@DeleteExchange
		ResponseEntity<Void> delete();

		@Unauthenticated
		@PostExchange("/rpc")
		void open();

	}

	interface VersionsApi {

		@GetExchange("/v1/me")
		Me first();

		@GetExchange("/v2/iam/policy")
		List<String> second();

		@GetExchange("/cloud/project")
		List<String> unprefixed();

		@GetExchange
		Me anywhere(URI uri);

	}

	@Unauthenticated
	@HttpExchange("/order/catalog")
	interface CatalogApi {

		@GetExchange("/public")
		List<String> all();

	}

	enum State {

		TO_DO;

		@Override
		public String toString() {
			return "toDo";
		}

	}

	record Me(String firstname) {

	}

}
