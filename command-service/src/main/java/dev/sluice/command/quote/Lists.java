package dev.sluice.command.quote;

/** All that orders are priced by. */
public record Lists(Prices prices, Coupons coupons, Campaigns campaigns) {}
