package dev.sluice.edge.orders;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.Role;
import java.util.Set;

/** Who may order and cancel for whom, and see what. */
public final class OrderAccess {
    private static final Set<Role> ORDER_FOR_ANYBODY = Set.of(Role.ADMIN, Role.IMPORTER);
    private static final Set<Role> SEE_EVERYTHING = Set.of(Role.ADMIN, Role.IMPORTER, Role.OPERATOR);

    private OrderAccess() {}

    static void requirePlacing(Caller caller, OrderBody body) {
        if (!caller.isCustomer(body.customerId()) && !caller.hasAnyOf(ORDER_FOR_ANYBODY)) {
            throw Refusal.forbidden("customerId must be the customer of your token, its claim customer_id.");
        }
        if (body.namesPrices() && !caller.roles().contains(Role.IMPORTER)) {
            throw Refusal.forbidden(
                    "Only the role importer may set unitPrice: leave it out, and the catalogue's price holds.");
        }
    }

    public static void requireCancelling(Caller caller, String customerId) {
        if (!caller.isCustomer(customerId) && !caller.hasAnyOf(ORDER_FOR_ANYBODY)) {
            throw Refusal.forbidden("Only the customer whose order it is, an admin or an importer may cancel it.");
        }
    }

    public static void requireSeeing(Caller caller, String customerId) {
        if (!caller.isCustomer(customerId) && !caller.hasAnyOf(SEE_EVERYTHING)) {
            throw Refusal.forbidden("This belongs to another customer than the one of your token.");
        }
    }
}
