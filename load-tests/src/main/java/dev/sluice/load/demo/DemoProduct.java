package dev.sluice.load.demo;

import dev.sluice.schemas.money.Money;

/** @param stock units on the shelves */
public record DemoProduct(String sku, String name, String category, Money price, long stock) {}
