package dev.sluice.command.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who has a place in a campaign: each customer one at most, free to be ordered by, held by an order, or spent. */
final class Places {

    private sealed interface Place {
        /** @param expiresAt the last instant at which an order can hold it */
        record Free(Instant expiresAt, String customerId) implements Place {}

        /** @param before as it will be again when the order leaves it */
        record Held(Free before) implements Place {}

        record Spent() implements Place {}
    }

    private static final Comparator<Place.Free> BY_EXPIRY =
            Comparator.comparing(Place.Free::expiresAt).thenComparing(Place.Free::customerId);

    private final Map<String, Place> byCustomer = new HashMap<>();
    private final Map<String, String> customersByOrder = new HashMap<>();
    /** Those that lapse if nothing happens, the next one first. */
    private final TreeSet<Place.Free> free = new TreeSet<>(BY_EXPIRY);

    /**
     * @param free when each lapses, by customer
     * @param held what is held, by order
     * @param spent by which customers
     */
    record State(Map<String, Instant> free, Map<String, HeldPlace> held, Set<String> spent) {
        State {
            free = Map.copyOf(free);
            held = Map.copyOf(held);
            spent = Set.copyOf(spent);
        }
    }

    /** @param expiresAt when it lapses, should the order leave it */
    record HeldPlace(String customerId, Instant expiresAt) {}

    State remember() {
        Map<String, Instant> expiries = new HashMap<>();
        free.forEach(place -> expiries.put(place.customerId, place.expiresAt));
        Map<String, HeldPlace> held = new HashMap<>();
        customersByOrder.forEach((orderId, customerId) -> {
            if (byCustomer.get(customerId) instanceof Place.Held place) {
                held.put(orderId, new HeldPlace(customerId, place.before.expiresAt));
            }
        });
        Set<String> spent = new HashSet<>();
        byCustomer.forEach((customerId, place) -> {
            if (place instanceof Place.Spent) {
                spent.add(customerId);
            }
        });
        return new State(expiries, held, spent);
    }

    /** Takes the state for all that has happened. */
    void recall(State state) {
        byCustomer.clear();
        customersByOrder.clear();
        free.clear();
        state.free.forEach(this::granted);
        state.held.forEach((orderId, place) -> {
            granted(place.customerId, place.expiresAt);
            held(orderId, place.customerId);
        });
        state.spent.forEach(customerId -> byCustomer.put(customerId, new Place.Spent()));
    }

    int size() {
        return byCustomer.size();
    }

    /** Customers whose places have lapsed by then. */
    List<String> lapsed(Instant now) {
        List<String> lapsed = new ArrayList<>();
        for (Place.Free place : free) {
            if (!now.isAfter(place.expiresAt)) {
                break;
            }
            lapsed.add(place.customerId);
        }
        return lapsed;
    }

    boolean has(String customerId) {
        return byCustomer.containsKey(customerId);
    }

    /** Whether an order can hold it now. */
    boolean isFree(String customerId, Instant now) {
        return byCustomer.get(customerId) instanceof Place.Free place && !now.isAfter(place.expiresAt);
    }

    void granted(String customerId, Instant expiresAt) {
        Place.Free place = new Place.Free(expiresAt, customerId);
        byCustomer.put(customerId, place);
        free.add(place);
    }

    void lapsed(List<String> customerIds) {
        for (String customerId : customerIds) {
            if (byCustomer.remove(customerId) instanceof Place.Free place) {
                free.remove(place);
            }
        }
    }

    void held(String orderId, String customerId) {
        if (byCustomer.get(customerId) instanceof Place.Free place) {
            free.remove(place);
            byCustomer.put(customerId, new Place.Held(place));
            customersByOrder.put(orderId, customerId);
        }
    }

    void spent(String orderId) {
        String customerId = customersByOrder.remove(orderId);
        if (customerId != null) {
            byCustomer.put(customerId, new Place.Spent());
        }
    }

    void left(String orderId) {
        String customerId = customersByOrder.remove(orderId);
        if (customerId != null && byCustomer.get(customerId) instanceof Place.Held held) {
            byCustomer.put(customerId, held.before);
            free.add(held.before);
        }
    }
}
