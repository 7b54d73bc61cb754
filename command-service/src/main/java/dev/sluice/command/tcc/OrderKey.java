package dev.sluice.command.tcc;

import java.util.UUID;

/**
 * An order's id in little memory: marks are remembered for a day, and a hot SKU has hundreds of thousands. Ids are UUIDs, whose
 * text takes five times their 16 bytes; whatever else was made an id is kept as it is.
 */
sealed interface OrderKey {

    String orderId();

    record Packed(long high, long low) implements OrderKey {
        @Override
        public String orderId() {
            return new UUID(high, low).toString();
        }
    }

    record Other(String orderId) implements OrderKey {}

    static OrderKey of(String orderId) {
        if (orderId.length() == 36) {
            try {
                UUID uuid = UUID.fromString(orderId);
                // Capitals and other spellings would come back as another text.
                if (uuid.toString().equals(orderId)) {
                    return new Packed(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
                }
            } catch (IllegalArgumentException e) {
                return new Other(orderId);
            }
        }
        return new Other(orderId);
    }
}
