package dev.sluice.load.bench.contest;

import java.util.List;

/** Something that takes orders for a shop. */
public interface Contender extends AutoCloseable {

    /** Puts goods on the shelves and money into the wallets. */
    void stockUp(Shop shop);

    /** Places the orders and returns when each is settled. Throws IllegalStateException where one is not confirmed. */
    Run run(List<Basket> orders, Pace pace);

    /** What is left, read from what is stored. */
    Levels levels(Shop shop);

    @Override
    void close();

    /** @param perSecond orders, on the minute however the system fares; 0 for as many as it takes */
    record Pace(int perSecond) {
        public static final Pace SATURATED = new Pace(0);

        public boolean isSaturated() {
            return perSecond == 0;
        }
    }
}
