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
            case OrderFact.OrderPlaced placed -> open(placed.orderId(), placedAccount(placed), 1);
            case OrderFact.OrderDeclined declined -> open(declined.orderId(), Account.declined(declined.lines()), 0);
            case OrderFact.BranchesTried tried -> advance(tried.orderId(), null, 0);
            case OrderFact.OrderConfirmed confirmed -> advance(confirmed.orderId(), OrderStatus.CONFIRMED, 0);
            case OrderFact.OrderRejected rejected -> advance(rejected.orderId(), OrderStatus.REJECTED, 0);
            case OrderFact.BranchesSettled settled -> advance(settled.orderId(), null, 0);
            case OrderFact.BranchInDoubt doubt -> advance(doubt.orderId(), null, 0);
            case OrderFact.OrderSettled settled -> advance(settled.orderId(), null, -1);
            case OrderFact.OrderCancelled cancelled -> advance(cancelled.orderId(), OrderStatus.CANCELLED, 0);
            case OrderFact.LinesReturned returned -> giveBack(returned);
            case OrderFact.BranchRetried retried -> advance(retried.orderId(), null, 0);
            case OrderFact.BranchResolved resolved -> advance(resolved.orderId(), null, 0);
            case OrderFact.BranchesReversed reversed -> advance(reversed.orderId(), null, 0);
            case OrderFact.ReturnSettled settled -> advance(settled.orderId(), null, -1);
        }
    }

    public void add(StockFact fact) {
        switch (fact) {
            case StockFact.UnitsReserved f -> move(f.orderId(), f.sku(), new Goods(0, f.quantity()));
            case StockFact.UnitsTaken f -> move(f.orderId(), f.sku(), new Goods(f.quantity(), -f.quantity()));
            case StockFact.UnitsReleased f -> move(f.orderId(), f.sku(), new Goods(0, -f.quantity()));
            case StockFact.UnitsReturned f -> move(f.orderId(), f.sku(), new Goods(-f.quantity(), 0));
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
            case WalletFact.FundsRefunded f -> pay(f.orderId(), f.amount().times(-1), 0);
            case WalletFact.BalanceSet f -> {}
            case WalletFact.PartCredited f -> {}
            case WalletFact.FreezeRefused f -> {}
            case WalletFact.FreezeBarred f -> {}
        }
    }

    private static Account placedAccount(OrderFact.OrderPlaced placed) {
        return Account.priced(OrderStatus.PENDING, placed.lines(), placed.total());
    }

    private void open(String orderId, Account account, int open) {
        orders.put(orderId, new Entry(account, 1, open));
    }

    private void advance(String orderId, @Nullable OrderStatus status, int opened) {
        Entry entry = entry(orderId);
        Account account = status == null ? entry.account() : entry.account().as(status);
        orders.put(orderId, new Entry(account, entry.version() + 1, entry.open() + opened));
    }

    private void giveBack(OrderFact.LinesReturned fact) {
        Entry entry = entry(fact.orderId());
        Map<String, Long> units = new HashMap<>();
        fact.lines().forEach(line -> units.merge(line.sku(), line.quantity(), Long::sum));
        Account account = entry.account().returned(units, fact.refund());
        orders.put(fact.orderId(), new Entry(account, entry.version(), entry.open()));
        advance(fact.orderId(), fact.complete() ? OrderStatus.CANCELLED : null, 1);
    }

    private Entry entry(String orderId) {
        return Objects.requireNonNull(orders.get(orderId), () -> "first fact of order " + orderId);
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
