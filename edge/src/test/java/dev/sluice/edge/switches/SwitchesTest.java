package dev.sluice.edge.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Visitor;
import dev.sluice.schemas.control.Switch;
import dev.sluice.schemas.message.Json;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EventLoop LOOP = new DefaultEventLoop();

    private Instant now = NOON;
    private final Switches switches = new Switches(clock(() -> now));

    @ParameterizedTest
    @CsvSource({
        "new-orders, POST, /orders, true",
        "new-orders, POST, /orders/{id}/cancellation, false",
        "grabs, POST, /campaigns/{id}/grabs, true",
        "search, GET, /products, true",
        "search, GET, /products/{sku}, false",
        "get-products-sku, GET, /products/{sku}, true",
        "post-orders-id-cancellation, POST, /orders/{id}/cancellation, true",
        "read-only, POST, /orders, true",
        "read-only, POST, /campaigns/{id}/grabs, true",
        "read-only, GET, /orders/{id}, false",
        "read-only, PUT, /admin/switches/{name}, false",
        "read-only, PUT, /admin/products/{id}, false",
        "get-health-live, GET, /health/live, false",
    })
    void refusesWhatItIsAbout(String name, String method, String pattern, boolean refused) {
        set(name, true, null);

        assertThat(refuses(method, pattern)).isEqualTo(refused);
    }

    @Test
    void saysWhichSwitchAndUntilWhenAndKeepsTheReason() {
        set("new-orders", true, NOON.plusSeconds(90));

        assertThatThrownBy(() -> pass("POST", "/orders")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            Answer answer = refusal.answer();
            assertThat(answer.status()).isEqualTo(HttpResponseStatus.SERVICE_UNAVAILABLE);
            assertThat(answer.headers().get("Retry-After")).isEqualTo("90");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("/problems/switched-off", "new-orders", "2026-03-01T12:01:30Z")
                    .doesNotContain("flood in the cellar");
        });
    }

    @Test
    void endsByItselfWhenItsTimeIsOver() {
        set("new-orders", true, NOON.plusSeconds(90));
        now = NOON.plusSeconds(89);
        assertThat(refuses("POST", "/orders")).isTrue();
        assertThat(switches.refuses("new-orders")).isTrue();

        now = NOON.plusSeconds(90);
        assertThat(refuses("POST", "/orders")).isFalse();
        assertThat(switches.refuses("new-orders")).isFalse();
    }

    @Test
    void holdsUntilItIsLiftedWhereNobodySaidForHowLong() {
        set("read-only", true, null);
        now = NOON.plusSeconds(1_000_000);
        assertThatThrownBy(() -> pass("POST", "/orders"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.answer().headers().get("Retry-After"))
                                .isEqualTo("60"));

        set("read-only", false, null);
        assertThat(refuses("POST", "/orders")).isFalse();
        assertThat(switches.find("read-only")).isPresent();
    }

    @Test
    void passesOverWhatElseIsInTheTopic() {
        set("new-orders", true, null);

        switches.seen("generation/order-status", 1, "{\"live\":2}".getBytes(StandardCharsets.UTF_8));
        switches.seen(Switch.key("new-orders"), 2, "no JSON".getBytes(StandardCharsets.UTF_8));
        assertThat(refuses("POST", "/orders")).isTrue();

        switches.seen(Switch.key("new-orders"), 3, null);
        assertThat(refuses("POST", "/orders")).isFalse();
    }

    @Test
    void knowsTheRoutesOfEachSwitch() {
        var _ = switches.before(HttpMethod.POST, "/orders");
        var _ = switches.before(HttpMethod.POST, "/campaigns/{id}/grabs");
        var _ = switches.before(HttpMethod.GET, "/admin/orders");

        assertThat(switches.routes())
                .containsOnlyKeys("new-orders", "grabs", "post-orders", "post-campaigns-id-grabs", "read-only");
        assertThat(switches.routes().get("read-only")).containsExactly("POST /orders", "POST /campaigns/{id}/grabs");
    }

    private void set(String name, boolean refuse, @Nullable Instant until) {
        Switch one = new Switch(name, refuse, "flood in the cellar", "olga", NOON, until);
        switches.seen(one.key(), 0, Json.MAPPER.writeValueAsBytes(one));
    }

    private boolean refuses(String method, String pattern) {
        try {
            pass(method, pattern);
            return false;
        } catch (Refusal _) {
            return true;
        }
    }

    private void pass(String method, String pattern) {
        Request request = new Request(
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), "/"),
                new byte[0],
                Map.of(),
                LOOP,
                _ -> {},
                Visitor.UNKNOWN);
        assertThat(switches.before(HttpMethod.valueOf(method), pattern)
                        .before(_ -> Answer.empty(HttpResponseStatus.OK).now())
                        .handle(request))
                .isCompleted();
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
