package dev.sluice.baseline;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a participant holds for orders, so that a repeated command changes nothing. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Holds {
    enum State {
        TRIED,
        REFUSED,
        CONFIRMED,
        CANCELLED
    }

    record Hold(State state, long amount) {}

    private Map<String, Hold> byOrder = new HashMap<>();

    @Nullable
    Hold of(String orderId) {
        return byOrder.get(orderId);
    }

    /** What a Cancel gives back; empty where there is nothing to cancel any more. */
    OptionalLong cancellable(String orderId) {
        Hold hold = byOrder.get(orderId);
        if (hold == null || hold.state == State.REFUSED) {
            return OptionalLong.of(0);
        }
        return hold.state == State.TRIED ? OptionalLong.of(hold.amount) : OptionalLong.empty();
    }

    void put(String orderId, State state, long amount) {
        byOrder.put(orderId, new Hold(state, amount));
    }
}
