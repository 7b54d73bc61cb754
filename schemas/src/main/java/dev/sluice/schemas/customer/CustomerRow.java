package dev.sluice.schemas.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sluice_customer.customers} as {@code cdc.customer.customers} carries it.
 *
 * @param version counts the row's changes, from 1
 */
public record CustomerRow(
        @JsonProperty("customer_id") String customerId,
        String name,
        @Nullable String email,
        String country,
        long version) {}
