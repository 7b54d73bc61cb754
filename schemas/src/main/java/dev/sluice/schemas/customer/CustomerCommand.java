package dev.sluice.schemas.customer;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import org.jspecify.annotations.Nullable;

/** What is asked of the customer register. */
public sealed interface CustomerCommand extends Payload {

    String customerId();

    /** Create the customer, or replace all that is said of them. */
    @WireName("customer.PutCustomer.v1")
    record PutCustomer(
            String operationId,
            String customerId,
            String name,
            @Nullable String email,
            String country) implements CustomerCommand {}
}
