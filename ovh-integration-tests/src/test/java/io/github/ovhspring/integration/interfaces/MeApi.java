package io.github.ovhspring.integration.interfaces;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("/me")
interface MeApi {

	@GetExchange
	Me me();

	@GetExchange("/bill")
	List<String> bills(@RequestParam(name = "date.from", required = false) @Nullable LocalDate from);

	@GetExchange("/bill/{id}")
	Optional<Bill> bill(@PathVariable String id);

}
