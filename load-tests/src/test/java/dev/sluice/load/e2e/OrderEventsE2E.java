package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.Role;
import dev.sluice.load.api.Tokens;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.order.OrderStatus;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Server-sent events of an order, read as a browser reads them. */
class OrderEventsE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @Test
    void tellEachStatusOnceAndInOrder() throws IOException, InterruptedException {
        sluice.awaitReady();
        String sku = shop.product(10, 100);
        String customer = shop.customer(1_000);
        byte[] body = Shop.json(Shop.order(customer, sku, 2));
        String id = sluice.shopper(customer)
                .post("/orders", body, Ids.next(), null)
                .as(Shop.OrderNamed.class)
                .id();

        List<OrderView> seen = eventsUntilTheEnd(id, customer);

        assertThat(seen).extracting(OrderView::status).isSorted().last().isEqualTo(OrderStatus.CONFIRMED);
        assertThat(seen).extracting(OrderView::version).isSorted().doesNotHaveDuplicates();
        assertThat(seen).extracting(OrderView::id).containsOnly(id);
    }

    private List<OrderView> eventsUntilTheEnd(String id, String customer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sluice.at("/orders/" + id + "/events"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + new Tokens(sluice.installation).of(Role.SHOPPER, customer))
                .header("Accept", "text/event-stream")
                .build();
        List<OrderView> seen = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            try (Stream<String> lines = response.body()) {
                var data = lines.filter(line -> line.startsWith("data:")).iterator();
                while (data.hasNext()) {
                    seen.add(Json.MAPPER.readValue(data.next().substring(5), OrderView.class));
                    if (seen.getLast().status().isFinal()) {
                        break;
                    }
                }
            }
            http.shutdownNow();
        }
        return seen;
    }
}
