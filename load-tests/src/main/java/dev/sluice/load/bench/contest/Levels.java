package dev.sluice.load.bench.contest;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is on every shelf and in every wallet, and how often coupons were used.
 *
 * @param stock by SKU
 * @param wallets by customer
 * @param coupons by code, those that were used: how many orders have redeemed it, and how many have it locked
 */
public record Levels(Map<String, Level> stock, Map<String, Level> wallets, Map<String, Level> coupons) {

    /**
     * @param total what is there
     * @param held what of it is promised to open orders
     */
    public record Level(long total, long held) {}

    public Levels {
        stock = Map.copyOf(stock);
        wallets = Map.copyOf(wallets);
        coupons = Map.copyOf(coupons);
    }

    /** Throws IllegalStateException where anything is not as it must be. */
    public void require(Levels expected) {
        require("stock", expected.stock, stock);
        require("wallets", expected.wallets, wallets);
        require("coupons", expected.coupons, coupons);
    }

    private static void require(String what, Map<String, Level> expected, Map<String, Level> found) {
        Map<String, String> wrong = new TreeMap<>();
        expected.forEach((id, level) -> {
            if (!Objects.equals(level, found.get(id))) {
                wrong.put(id, found.get(id) + " instead of " + level);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(what + " differ: " + wrong.size() + " of " + expected.size() + ", first "
                    + wrong.entrySet().iterator().next());
        }
    }
}
