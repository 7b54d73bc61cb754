package dev.sluice.load.ledger;

import dev.sluice.load.ledger.Books.Entry;
import dev.sluice.load.ledger.Books.Funds;
import dev.sluice.load.ledger.Books.Goods;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.stock.StockFact;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up the facts of a run's orders. */
public final class Bookkeeping {
    private final Set<String> orderIds;
    private final Map<String, Entry> orders = new HashMap<>();
    private final Map<String, Map<String, Goods>> goods = new HashMap<>();
    private final Map<String, Funds> funds = new HashMap<>();

    /** @param orderIds the run's; facts of others are passed over */
    public Bookkeeping(Set<String> orderIds) {
        this.orderIds = Set.copyOf(orderIds);
    }

    public Books books() {
        return new Books(orders, goods, funds);
    }

    public void add(OrderFact fact) {
        switch (fact) {
            case OrderFact.OrderPlaced placed -> open(placed.orderId(), placedAccount(placed), false);
            case OrderFact.OrderDeclined declined -> open(declined.orderId(), Account.declined(declined.lines()), true);
            case OrderFact.BranchesTried tried -> advance(tried.orderId(), null, false);
            case OrderFact.OrderConfirmed confirmed -> advance(confirmed.orderId(), OrderStatus.CONFIRMED, false);
            case OrderFact.OrderRejected rejected -> advance(rejected.orderId(), OrderStatus.REJECTED, false);
            case OrderFact.BranchesSettled settled -> advance(settled.orderId(), null, false);
            case OrderFact.BranchInDoubt doubt -> advance(doubt.orderId(), null, false);
            case OrderFact.OrderSettled settled -> advance(settled.orderId(), null, true);
        }
    }

    public void add(StockFact fact) {
        switch (fact) {
            case StockFact.UnitsReserved f -> move(f.orderId(), f.sku(), new Goods(0, f.quantity()));
            case StockFact.UnitsTaken f -> move(f.orderId(), f.sku(), new Goods(f.quantity(), -f.quantity()));
            case StockFact.UnitsReleased f -> move(f.orderId(), f.sku(), new Goods(0, -f.quantity()));
            case StockFact.StockCounted f -> {}
            case StockFact.ReservationRefused f -> {}
            case StockFact.ReservationBarred f -> {}
        }
    }

    public void add(WalletFact fact) {
        switch (fact) {
            case WalletFact.FundsFrozen f ->
                pay(f.orderId(), f.amount().times(0), f.amount().amount());
            case WalletFact.FundsCaptured f ->
                pay(f.orderId(), f.amount(), -f.amount().amount());
            case WalletFact.FundsUnfrozen f ->
                pay(f.orderId(), f.amount().times(0), -f.amount().amount());
            case WalletFact.BalanceSet f -> {}
            case WalletFact.FreezeRefused f -> {}
            case WalletFact.FreezeBarred f -> {}
        }
    }

    private static Account placedAccount(OrderFact.OrderPlaced placed) {
        return Account.priced(OrderStatus.PENDING, placed.lines(), placed.total());
    }

    private void open(String orderId, Account account, boolean settled) {
        orders.put(orderId, new Entry(account, 1, settled));
    }

    private void advance(String orderId, @Nullable OrderStatus status, boolean settled) {
        Entry entry = Objects.requireNonNull(orders.get(orderId), () -> "first fact of order " + orderId);
        Account account = status == null ? entry.account() : entry.account().as(status);
        orders.put(orderId, new Entry(account, entry.version() + 1, entry.settled() || settled));
    }

    private void move(String orderId, String sku, Goods change) {
        if (orderIds.contains(orderId)) {
            goods.computeIfAbsent(orderId, id -> new HashMap<>()).merge(sku, change, Goods::plus);
        }
    }

    private void pay(String orderId, Money captured, long open) {
        if (orderIds.contains(orderId)) {
            funds.merge(orderId, new Funds(captured, open), Funds::plus);
        }
    }
}
