package dev.sluice.load.bench.read;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Sender.Unreachable;
import dev.sluice.load.patience.Backoff;
import dev.sluice.schemas.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that read settled orders through the edge all the while, each by id and by search. */
final class Readers implements AutoCloseable {
    private static final int NUMBER = 4;
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final ShopApi admin;
    private final List<Basket> orders;
    private final Crowd crowd = new Crowd(NUMBER);
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile String first = "";

    /** The part of a search's answer that counts. */
    private record Page(List<Object> items) {}

    /** @param orders that were settled long ago */
    Readers(ShopApi admin, List<Basket> orders) {
        this.admin = admin;
        this.orders = List.copyOf(orders);
        for (int i = 0; i < NUMBER; i++) {
            crowd.add(this::readOn);
        }
    }

    private void readOn() {
        while (true) {
            Basket order = orders.get(ThreadLocalRandom.current().nextInt(orders.size()));
            note("order " + order.orderId(), () -> status(order));
            note("orders of " + order.customerId(), () -> search(order));
            Backoff.pauseFor(PAUSE);
        }
    }

    private interface Read {
        /** What was wrong with it; empty where nothing was. */
        String wrong();
    }

    private String status(Basket order) {
        Answer answer = admin.order(order.orderId());
        return answer.succeeded() && answer.as(OrderView.class).status() == OrderStatus.CONFIRMED
                ? ""
                : answer.summary();
    }

    private String search(Basket order) {
        Answer answer = admin.get("/admin/orders?limit=1&customer=" + order.customerId());
        return answer.succeeded() && !answer.as(Page.class).items().isEmpty() ? "" : answer.summary();
    }

    private void note(String what, Read one) {
        String wrong;
        try {
            wrong = one.wrong();
        } catch (Unreachable e) {
            wrong = e.toString();
        }
        read.incrementAndGet();
        if (!wrong.isEmpty()) {
            if (failed.getAndIncrement() == 0) {
                first = what + ": " + wrong;
            }
        }
    }

    int read() {
        return read.get();
    }

    /** Answered with an error, or without what is known to be there. */
    int failed() {
        return failed.get();
    }

    /** What the first failure was; empty where there is none. */
    String first() {
        return first;
    }

    @Override
    public void close() {
        crowd.close();
    }
}
