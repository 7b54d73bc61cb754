package dev.sluice.load.ledger;

import dev.sluice.schemas.money.Money;
import java.util.Map;

/**
 * What MySQL's event stores say of a run's orders, each map by order id.
 *
 * @param orders ordering's facts
 * @param goods stock's facts, by SKU
 * @param funds payment's facts
 */
public record Books(Map<String, Entry> orders, Map<String, Map<String, Goods>> goods, Map<String, Funds> funds) {

    /**
     * @param version the number of facts
     * @param open decisions, of the checkout and of returns, that some branch has not carried out
     */
    public record Entry(Account account, long version, int open) {
        public boolean settled() {
            return open == 0;
        }
    }

    /**
     * @param taken units that have left and not come back
     * @param open units that are still promised
     */
    public record Goods(long taken, long open) {
        public static final Goods NONE = new Goods(0, 0);

        Goods plus(Goods other) {
            return new Goods(taken + other.taken, open + other.open);
        }
    }

    /** In minor units: what has been paid and not refunded, and what is still frozen. */
    public record Funds(Money captured, long open) {
        Funds plus(Funds other) {
            return new Funds(captured.plus(other.captured), open + other.open);
        }
    }
}
