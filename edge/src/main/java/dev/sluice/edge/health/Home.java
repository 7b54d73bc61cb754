package dev.sluice.edge.health;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** {@code GET /}: what there is, as URI templates (RFC 6570). */
public final class Home {
    private static final Map<String, String> LINKS = links();

    public CompletableFuture<Answer> handle(Request request) {
        return Answer.json(HttpResponseStatus.OK, Map.of("name", "Sluice", "links", LINKS))
                .now();
    }

    private static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("placeOrder", "/orders");
        links.put("order", "/orders/{id}");
        links.put("cancelOrder", "/orders/{id}/cancellation");
        links.put("orderEvents", "/orders/{id}/events");
        links.put("customerOrders", "/customers/{id}/orders{?limit,cursor}");
        links.put("product", "/products/{sku}");
        links.put("productSearch", "/products{?q,limit,cursor}");
        links.put("operation", "/operations/{id}");
        links.put("adminOrders", "/admin/orders{?status,customer,sku,from,to,minTotal,maxTotal,limit,cursor}");
        links.put("inDoubt", "/admin/in-doubt{?limit,cursor}");
        links.put("retryBranch", "/admin/in-doubt/{id}/retry");
        links.put("resolveBranch", "/admin/in-doubt/{id}/resolve");
        links.put("deadLetters", "/admin/dead-letters{?status,context,key,type,limit,cursor}");
        links.put("deadLetter", "/admin/dead-letters/{id}");
        links.put("retryMessage", "/admin/dead-letters/{id}/retry");
        links.put("editMessage", "/admin/dead-letters/{id}/edit");
        links.put("skipMessage", "/admin/dead-letters/{id}/skip");
        links.put("projections", "/admin/projections");
        links.put("rebuild", "/admin/projections/{name}/rebuilds");
        links.put("swap", "/admin/projections/{name}/swap");
        links.put("rollback", "/admin/projections/{name}/rollback");
        links.put("putProduct", "/admin/products/{sku}");
        links.put("putStock", "/admin/stock/{sku}");
        links.put("putWallet", "/admin/wallets/{id}");
        links.put("putCustomer", "/admin/customers/{id}");
        links.put("live", "/health/live");
        links.put("ready", "/health/ready");
        return links;
    }
}
