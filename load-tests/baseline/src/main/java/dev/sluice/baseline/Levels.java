package dev.sluice.baseline;

import dev.sluice.baseline.Messages.BalanceSet;
import dev.sluice.baseline.Messages.CouponLocked;
import dev.sluice.baseline.Messages.CouponRedeemed;
import dev.sluice.baseline.Messages.CouponSet;
import dev.sluice.baseline.Messages.CouponUnlocked;
import dev.sluice.baseline.Messages.FundsCaptured;
import dev.sluice.baseline.Messages.FundsFrozen;
import dev.sluice.baseline.Messages.FundsUnfrozen;
import dev.sluice.baseline.Messages.StockSet;
import dev.sluice.baseline.Messages.UnitsReleased;
import dev.sluice.baseline.Messages.UnitsReserved;
import dev.sluice.baseline.Messages.UnitsTaken;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** What is on every shelf and in every wallet, and how often coupons were used, added up from what is stored. */
record Levels(Map<String, Level> stock, Map<String, Level> wallets, Map<String, Level> coupons) {

    /** @param held what of the total is promised to open orders */
    record Level(long total, long held) {}

    static Levels of(EventStorageEngine events) {
        Levels levels = new Levels(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        events.readEvents(null, false).forEach(event -> levels.add(event.getPayload()));
        return levels;
    }

    private void add(Object event) {
        switch (event) {
            case StockSet e -> move(stock, e.sku(), e.units(), 0);
            case UnitsReserved e -> move(stock, e.sku(), 0, e.quantity());
            case UnitsTaken e -> move(stock, e.sku(), -e.quantity(), -e.quantity());
            case UnitsReleased e -> move(stock, e.sku(), 0, -e.quantity());
            case BalanceSet e -> move(wallets, e.customerId(), e.balance(), 0);
            case FundsFrozen e -> move(wallets, e.customerId(), 0, e.amount());
            case FundsCaptured e -> move(wallets, e.customerId(), -e.amount(), -e.amount());
            case FundsUnfrozen e -> move(wallets, e.customerId(), 0, -e.amount());
            case CouponSet e -> move(coupons, e.code(), 0, 0);
            case CouponLocked e -> move(coupons, e.code(), 0, 1);
            case CouponRedeemed e -> move(coupons, e.code(), 1, -1);
            case CouponUnlocked e -> move(coupons, e.code(), 0, -1);
            default -> {}
        }
    }

    private static void move(Map<String, Level> levels, String id, long total, long held) {
        levels.merge(id, new Level(total, held), (a, b) -> new Level(a.total + b.total, a.held + b.held));
    }
}
