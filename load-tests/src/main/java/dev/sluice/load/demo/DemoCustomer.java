package dev.sluice.load.demo;

import dev.sluice.schemas.money.Money;

/** @param balance in the wallet */
public record DemoCustomer(String id, String name, String email, String country, Money balance) {}
