package dev.sluice.load.bench.write;

import dev.sluice.load.bench.contest.Levels;
import dev.sluice.load.bench.contest.Levels.Level;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.stock.StockFact;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Adds up every movement in the event stores, whatever levels the facts themselves claim. */
final class Audit {
    private final Map<String, Level> stock = new HashMap<>();
    private final Map<String, Level> wallets = new HashMap<>();

    private final Map<String, Level> coupons = new HashMap<>();

    private Audit() {}

    static Levels of(EventStores stores, Shop shop) {
        Audit audit = new Audit();
        try {
            stores.stock(shop.skus(), audit::add);
            stores.wallets(shop.customers(), audit::add);
            stores.coupons(shop.coupons(), audit::add);
        } catch (SQLException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getMessage());
        }
        return new Levels(audit.stock, audit.wallets, audit.coupons);
    }

    private void add(StockFact fact) {
        switch (fact) {
            case StockFact.StockCounted f -> stock.put(f.sku(), new Level(f.onHand(), 0));
            case StockFact.UnitsReserved f -> move(stock, f.sku(), 0, f.quantity());
            case StockFact.UnitsTaken f -> move(stock, f.sku(), -f.quantity(), -f.quantity());
            case StockFact.UnitsReleased f -> move(stock, f.sku(), 0, -f.quantity());
            case StockFact.UnitsReturned f -> move(stock, f.sku(), f.quantity(), 0);
            case StockFact.ReservationRefused _, StockFact.ReservationBarred _ -> {}
        }
    }

    private void add(WalletFact fact) {
        switch (fact) {
            case WalletFact.BalanceSet f ->
                wallets.put(f.customerId(), new Level(f.balance().amount(), 0));
            case WalletFact.FundsFrozen f ->
                move(wallets, f.customerId(), 0, f.amount().amount());
            case WalletFact.FundsCaptured f ->
                move(wallets, f.customerId(), -f.amount().amount(), -f.amount().amount());
            case WalletFact.FundsUnfrozen f ->
                move(wallets, f.customerId(), 0, -f.amount().amount());
            case WalletFact.FundsRefunded f ->
                move(wallets, f.customerId(), f.amount().amount(), 0);
            case WalletFact.PartCredited f ->
                move(wallets, f.customerId(), f.amount().amount(), 0);
            case WalletFact.FreezeRefused _, WalletFact.FreezeBarred _ -> {}
        }
    }

    private void add(CouponFact fact) {
        switch (fact) {
            case CouponFact.CouponLocked f -> move(coupons, f.code(), 0, 1);
            case CouponFact.CouponRedeemed f -> move(coupons, f.code(), 1, -1);
            case CouponFact.CouponUnlocked f -> move(coupons, f.code(), 0, -1);
            case CouponFact.CouponRestored f -> move(coupons, f.code(), -1, 0);
            case CouponFact.CouponPut _, CouponFact.CouponRefused _, CouponFact.CouponBarred _ -> {}
        }
    }

    private static void move(Map<String, Level> levels, String id, long total, long held) {
        levels.merge(id, new Level(total, held), (a, b) -> new Level(a.total() + b.total(), a.held() + b.held()));
    }
}
