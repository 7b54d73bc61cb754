package dev.sluice.load.api;

import dev.sluice.schemas.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /admin/products/{sku}}. */
public record ProductRequest(String name, @Nullable String description, String category, Money price) {}
