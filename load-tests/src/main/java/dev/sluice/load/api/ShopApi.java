package dev.sluice.load.api;

import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Sender;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.promotion.EnvelopeTerms;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of the public API, as one holder of one token. Safe for many threads. */
public final class ShopApi {
    /** How long a write may hold its request until the outcome is known. */
    public static final Duration WAIT = Duration.ofSeconds(10);

    /** The header of a write's answer, and of a read that is to be held to it. */
    private static final String VERSION_TOKEN = "Sluice-Token";

    private static final Duration TIMEOUT = WAIT.plusSeconds(10);

    private final URI edge;
    private final Sender sender;
    private final Supplier<String> token;

    public ShopApi(URI edge, Sender sender, Supplier<String> token) {
        this.edge = edge;
        this.sender = sender;
        this.token = token;
    }

    public Answer putProduct(String sku, ProductRequest product) {
        return put("/admin/products/" + encoded(sku), product);
    }

    public Answer putStock(String sku, long onHand) {
        return put("/admin/stock/" + encoded(sku), Map.of("onHand", onHand));
    }

    public Answer putCustomer(String customerId, CustomerRequest customer) {
        return put("/admin/customers/" + encoded(customerId), customer);
    }

    public Answer putWallet(String customerId, Money balance) {
        return put("/admin/wallets/" + encoded(customerId), Map.of("balance", balance));
    }

    public Answer putCoupon(String code, CouponTerms terms) {
        return put("/admin/coupons/" + encoded(code), terms);
    }

    public Answer putCampaign(String campaignId, CampaignTerms terms) {
        return put("/admin/campaigns/" + encoded(campaignId), terms);
    }

    public Answer grab(String campaignId, String idempotencyKey) {
        return post("/campaigns/" + encoded(campaignId) + "/grabs", new byte[0], idempotencyKey, WAIT);
    }

    public Answer putEnvelope(String envelopeId, EnvelopeTerms terms) {
        return put("/admin/envelopes/" + encoded(envelopeId), terms);
    }

    public Answer drawPart(String envelopeId, String idempotencyKey) {
        return post("/envelopes/" + encoded(envelopeId) + "/parts", new byte[0], idempotencyKey, WAIT);
    }

    /** Asks for the final status, which the edge may not know in time. */
    public Answer placeOrder(String idempotencyKey, OrderRequest order) {
        return post("/orders", Json.MAPPER.writeValueAsBytes(order), idempotencyKey, WAIT);
    }

    /** Lines of a confirmed order go back. */
    public Answer cancel(String orderId, List<ReturnedLine> lines, String idempotencyKey) {
        byte[] body = Json.MAPPER.writeValueAsBytes(Map.of("lines", lines));
        return post("/orders/" + orderId + "/cancellation", body, idempotencyKey, WAIT);
    }

    /** @param wait null for the plain 202 */
    public Answer post(String path, byte[] body, @Nullable String idempotencyKey, @Nullable Duration wait) {
        return sender.send(() -> {
            HttpRequest.Builder request =
                    request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
            if (idempotencyKey != null) {
                request.header("Idempotency-Key", idempotencyKey);
            }
            if (wait != null) {
                request.header("Prefer", "wait=" + wait.toSeconds());
            }
            return request.build();
        });
    }

    public Answer get(String pathAndQuery) {
        return sender.send(
                () -> request(pathAndQuery).header("Accept", "application/json").build());
    }

    /** A read that must show at least what the token says was written. */
    public Answer get(String pathAndQuery, String versionToken) {
        return sender.send(() -> request(pathAndQuery)
                .header("Accept", "application/json")
                .header(VERSION_TOKEN, versionToken)
                .build());
    }

    public Answer product(String sku) {
        return get("/products/" + encoded(sku));
    }

    public Answer order(String id) {
        return get("/orders/" + id);
    }

    /** Polls until the order has reached an end. Throws {@link dev.sluice.load.patience.Stalled}. */
    public OrderView awaitEnd(String orderId, Stall stall) {
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
        OrderView view = order(orderId).as(OrderView.class);
        while (!view.status().isFinal()) {
            stall.check("order " + orderId + ", which is " + view.status());
            backoff.pause();
            view = order(orderId).as(OrderView.class);
        }
        return view;
    }

    /** A queued write ended with a refusal. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Waits until a queued write has ended, from its answer on, and returns the answer that says so. Throws {@link Refused}, or
     * {@code Stalled}.
     */
    public Answer awaitSuccess(Answer write, Stall stall) {
        Answer last = write;
        Operation operation = last.as(Operation.class);
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
        while (operation.status() == OperationStatus.ACCEPTED) {
            stall.check("operation " + operation.id());
            backoff.pause();
            last = get("/operations/" + operation.id(), token(last));
            operation = last.as(Operation.class);
        }
        if (operation.status() != OperationStatus.SUCCEEDED) {
            throw new Refused("operation " + operation.id() + " was refused: " + operation.reason());
        }
        stall.moved();
        return last;
    }

    /** What holds later reads to this answer. */
    public static String token(Answer answer) {
        return answer.headers()
                .firstValue(VERSION_TOKEN)
                .orElseThrow(() -> new IllegalStateException("no " + VERSION_TOKEN + " in " + answer.summary()));
    }

    private Answer put(String path, Object body) {
        byte[] json = Json.MAPPER.writeValueAsBytes(body);
        return sender.send(() -> request(path)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + WAIT.toSeconds())
                .PUT(BodyPublishers.ofByteArray(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(edge.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.get());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The part of an operation that the first answer and the view have in common. */
    private record Operation(
            String id, OperationStatus status, @Nullable Object reason) {}
}
