package dev.sluice.command.promotion;

import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.rejection.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often a coupon is set aside and used, and by whom as far as that is limited. */
final class Uses {

    /** By order, until its branch is redeemed or unlocked. */
    private final Map<String, Holder> holders = new HashMap<>();

    /**
     * Uses set aside or spent, by customer: counted only while the terms limit them, so that this stays small otherwise. A
     * return of an order from before the limit gives its customer one use too many, which nobody is hurt by.
     */
    private final Map<String, Long> byCustomer = new HashMap<>();

    private long redeemed;

    record Holder(String customerId, boolean isCounted) {}

    long locked() {
        return holders.size();
    }

    long redeemed() {
        return redeemed;
    }

    @Nullable
    Rejection objection(String code, CouponTerms terms, String customerId) {
        Long total = terms.total();
        if (total != null && locked() + redeemed >= total) {
            return new Rejection.CouponUsedUp(code, total, false);
        }
        Long perCustomer = terms.perCustomer();
        return perCustomer != null && byCustomer.getOrDefault(customerId, 0L) >= perCustomer
                ? new Rejection.CouponUsedUp(code, perCustomer, true)
                : null;
    }

    void locked(String orderId, String customerId, boolean isLimited) {
        holders.put(orderId, new Holder(customerId, isLimited));
        if (isLimited) {
            byCustomer.merge(customerId, 1L, Long::sum);
        }
    }

    void redeemed(String orderId) {
        holders.remove(orderId);
        redeemed++;
    }

    void unlocked(String orderId) {
        Holder holder = holders.remove(orderId);
        if (holder != null && holder.isCounted) {
            giveBack(holder.customerId);
        }
    }

    void restored(String customerId) {
        redeemed--;
        giveBack(customerId);
    }

    private void giveBack(String customerId) {
        byCustomer.computeIfPresent(customerId, (_, uses) -> uses > 1 ? uses - 1 : null);
    }

    record State(Map<String, Holder> holders, Map<String, Long> byCustomer, long redeemed) {
        State {
            holders = Map.copyOf(holders);
            byCustomer = Map.copyOf(byCustomer);
        }
    }

    State remember() {
        return new State(holders, byCustomer, redeemed);
    }

    void recall(State state) {
        holders.clear();
        holders.putAll(state.holders);
        byCustomer.clear();
        byCustomer.putAll(state.byCustomer);
        redeemed = state.redeemed;
    }

    int weight() {
        return holders.size() + byCustomer.size();
    }
}
