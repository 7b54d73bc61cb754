package dev.sluice.edge.query;

import dev.sluice.edge.deadletters.KnownLetters;
import dev.sluice.edge.http.Accept;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.orders.OrderAccess;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** The searches that query-service answers, and who may make them. */
public final class Searches {
    private static final Pattern CUSTOMER = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}");

    /** What {@link #orders} can give. */
    public static final List<String> ORDERS = List.of(Answer.JSON, "text/csv", "application/x-ndjson");

    private final QueryService service;

    public Searches(QueryService service) {
        this.service = service;
    }

    /** {@code GET /admin/orders}: a page as JSON, or all of it as a file. */
    public CompletableFuture<Answer> orders(Request request, Caller caller) {
        String wanted = Accept.best(request.header(HttpHeaderNames.ACCEPT), ORDERS);
        return wanted == null || wanted.equals(Answer.JSON)
                ? service.pass(request, "/admin/orders")
                : service.export(request, "/admin/orders", wanted);
    }

    /** {@code GET /admin/sales}. */
    public CompletableFuture<Answer> sales(Request request, Caller caller) {
        return service.pass(request, "/admin/sales");
    }

    /** {@code GET /admin/in-doubt}. */
    public CompletableFuture<Answer> inDoubt(Request request, Caller caller) {
        return service.pass(request, "/admin/in-doubt");
    }

    /** {@code GET /admin/dead-letters}. */
    public CompletableFuture<Answer> deadLetters(Request request, Caller caller) {
        return service.pass(request, "/admin/dead-letters");
    }

    /** {@code GET /admin/dead-letters/{id}}. */
    public CompletableFuture<Answer> deadLetter(Request request, Caller caller) {
        return service.pass(request, "/admin/dead-letters/" + KnownLetters.requireId(request));
    }

    /** {@code GET /customers/{id}/orders}. */
    public CompletableFuture<Answer> ordersOf(Request request, Caller caller) {
        String customer = request.parameter("id");
        if (!CUSTOMER.matcher(customer).matches()) {
            throw Refusal.notFound("There can be no such customer.");
        }
        OrderAccess.requireSeeing(caller, customer);
        return service.pass(request, "/customers/" + customer + "/orders");
    }

    /** {@code GET /products?q=…}. */
    public CompletableFuture<Answer> products(Request request) {
        return service.pass(request, "/products");
    }
}
