package dev.sluice.edge.query;

import dev.sluice.edge.deadletters.KnownLetters;
import dev.sluice.edge.http.Accept;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.Role;
import dev.sluice.edge.orders.OrderAccess;
import dev.sluice.edge.query.QueryService.Sight;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.Set;
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

    /** Operators run the system; who its customers are is not their business. */
    private static Sight sight(Caller caller) {
        return caller.hasAnyOf(Set.of(Role.ADMIN)) ? Sight.PERSONAL : Sight.MASKED;
    }

    /** {@code GET /admin/orders}: a page as JSON, or all of it as a file. */
    public CompletableFuture<Answer> orders(Request request, Caller caller) {
        String wanted = Accept.best(request.header(HttpHeaderNames.ACCEPT), ORDERS);
        return wanted == null || wanted.equals(Answer.JSON)
                ? service.pass(request, "/admin/orders", sight(caller))
                : service.export(request, "/admin/orders", wanted, sight(caller));
    }

    /** {@code GET /admin/sales}. */
    public CompletableFuture<Answer> sales(Request request, Caller caller) {
        return service.pass(request, "/admin/sales", sight(caller));
    }

    /** {@code GET /admin/in-doubt}. */
    public CompletableFuture<Answer> inDoubt(Request request, Caller caller) {
        return service.pass(request, "/admin/in-doubt", sight(caller));
    }

    /** {@code GET /admin/dead-letters}. */
    public CompletableFuture<Answer> deadLetters(Request request, Caller caller) {
        return service.pass(request, "/admin/dead-letters", sight(caller));
    }

    /** {@code GET /admin/dead-letters/{id}}. */
    public CompletableFuture<Answer> deadLetter(Request request, Caller caller) {
        return service.pass(request, "/admin/dead-letters/" + KnownLetters.requireId(request), sight(caller));
    }

    /** {@code GET /customers/{id}/orders}. */
    public CompletableFuture<Answer> ordersOf(Request request, Caller caller) {
        String customer = request.parameter("id");
        if (!CUSTOMER.matcher(customer).matches()) {
            throw Refusal.notFound("There can be no such customer.");
        }
        OrderAccess.requireSeeing(caller, customer);
        return service.pass(request, "/customers/" + customer + "/orders", Sight.MASKED);
    }

    /** {@code GET /products?q=…}. */
    public CompletableFuture<Answer> products(Request request) {
        return service.pass(request, "/products", Sight.MASKED);
    }
}
