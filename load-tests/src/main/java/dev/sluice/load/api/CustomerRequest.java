package dev.sluice.load.api;

import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /admin/customers/{customerId}}. */
public record CustomerRequest(String name, @Nullable String email, String country) {}
