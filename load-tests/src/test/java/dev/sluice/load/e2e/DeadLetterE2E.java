package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A message that nobody can read, put into the log beside the edge: its key waits, an operator mends it. */
class DeadLetterE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private final ShopApi admin = sluice.admin();

    @Test
    void isListedHoldsUpItsKeyAndIsMendedByAnEdit() throws Exception {
        sluice.awaitReady();
        String sku = Shop.unique("sku");
        StockCommands commands = new StockCommands(sluice.installation);
        commands.send(sku, "{ broken");
        commands.send(sku, Json.MAPPER.writeValueAsString(new CountStock("op-2-" + sku, sku, 7)));
        DeadLetterView letter = listed(sku);
        assertThat(letter.context()).isEqualTo("stock");
        assertThat(letter.error()).contains("stock.CountStock.v1");
        Sluice.await().until(() -> read(letter.id()).waiting() == 1);
        assertThat(read(letter.id()).message().data()).isEqualTo("{ broken");

        assertThat(outcome(act(letter, "retry", Map.of())).status()).isEqualTo(OperationStatus.REFUSED);
        assertThat(act(letter, "edit", Map.of("sku", sku)).status()).isEqualTo(400);
        assertThat(shop.stockFacts(sku)).isEmpty();
        OperationView edited =
                outcome(act(letter, "edit", Map.of("operationId", "op-" + sku, "sku", sku, "onHand", 5)));

        assertThat(edited.status()).isEqualTo(OperationStatus.SUCCEEDED);
        Sluice.await()
                .untilAsserted(() -> assertThat(shop.stockFacts(sku))
                        .containsExactly(new StockCounted(sku, 5, 0), new StockCounted(sku, 7, 0)));
        Sluice.await().until(() -> read(letter.id()).status() == LetterStatus.EDITED);
        assertThat(read(letter.id()).acts())
                .extracting(ParkingAct::kind)
                .containsExactly(ParkingAct.Kind.RETRY, ParkingAct.Kind.EDIT);
    }

    private DeadLetterView listed(String sku) {
        String path = "/admin/dead-letters?context=stock&key=" + sku;
        Sluice.await().until(() -> admin.get(path).as(Page.class).items().size() == 1);
        return admin.get(path).as(Page.class).items().getFirst();
    }

    private DeadLetterView read(String id) {
        return admin.get("/admin/dead-letters/" + id).as(DeadLetterView.class);
    }

    private Answer act(DeadLetterView letter, String act, Map<String, ?> body) {
        return admin.post("/admin/dead-letters/" + letter.id() + "/" + act, Shop.json(body), null, ShopApi.WAIT);
    }

    private OperationView outcome(Answer answer) {
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
        return answer.as(OperationView.class);
    }

    private record Page(List<DeadLetterView> items) {}
}
