package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.parking.ParkingAct.Kind;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import dev.sluice.schemas.view.Projection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();
    private static final Instant NOON = SampleOrder.NOON;

    private static final DeadLetterView tea = letter(LetterStatus.PARKED, "stock", "tea", NOON);
    private static final DeadLetterView wallet = letter(LetterStatus.PARKED, "payment", "ada", NOON.plusNanos(1));
    private static final DeadLetterView mug =
            letter(LetterStatus.PARKED, "stock", "a key / with=all", NOON.plusSeconds(1));
    private static final DeadLetterView gone = letter(LetterStatus.SKIPPED, "stock", "tea", NOON.plusSeconds(2));

    private static final DeadLetterView rename = letter(LetterStatus.SKIPPED, "customer", "ada", NOON.plusSeconds(3));

    @BeforeAll
    static void keepLettersOfEachKind() {
        library.create(Projection.DEAD_LETTERS);
        library.addDeadLetters(List.of(tea, gone, mug, wallet, rename));
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static DeadLetterView letter(LetterStatus status, String context, String key, Instant parkedAt) {
        boolean isReleased = status != LetterStatus.PARKED;
        return new DeadLetterView(
                Ids.next(),
                status,
                context,
                "commands." + context,
                2,
                key,
                new ParkedMessage("m", "/edge", "stock.CountStock.v1", null, null, "{}", false),
                "no number",
                1,
                3,
                parkedAt,
                parkedAt,
                isReleased ? parkedAt.plusSeconds(9) : null,
                isReleased ? List.of(new ParkingAct(Kind.SKIP, "op", "olga", parkedAt)) : List.of());
    }

    @Test
    void listsWhatIsParkedNewestFirstAndWithoutItsData() throws Exception {
        Answer answer = service.get("/admin/dead-letters");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items("/id")).containsExactly(mug.id(), wallet.id(), tea.id());
        assertThat(answer.body().at("/items/0/message").has("data")).isFalse();
        assertThat(answer.body().at("/items/0/message/type").asString()).isEqualTo("stock.CountStock.v1");
    }

    @Test
    void isFilteredByContextKeyTypeAndStatus() throws Exception {
        assertThat(service.get("/admin/dead-letters?context=payment").items("/id"))
                .containsExactly(wallet.id());
        assertThat(service.get("/admin/dead-letters?key=a%20key%20/%20with%3Dall")
                        .items("/id"))
                .containsExactly(mug.id());
        assertThat(service.get("/admin/dead-letters?status=SKIPPED&status=PARKED&key=tea")
                        .items("/id"))
                .containsExactly(gone.id(), tea.id());
        assertThat(service.get("/admin/dead-letters?type=no.Such.v1").total()).isZero();
    }

    @Test
    void isReadPageByPage() throws Exception {
        Answer first = service.get("/admin/dead-letters?limit=2");
        Answer second = service.get("/admin/dead-letters?limit=2&cursor=" + first.next());

        assertThat(first.items("/id")).containsExactly(mug.id(), wallet.id());
        assertThat(second.items("/id")).containsExactly(tea.id());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void showsTheWholeOfOne() throws Exception {
        Answer answer = service.get("/admin/dead-letters/" + gone.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Json.MAPPER.treeToValue(answer.body(), DeadLetterView.class)).isEqualTo(gone);
    }

    @Test
    void whatIsToldOfACustomerIsForThoseWhoMaySeeThem() throws Exception {
        String path = "/admin/dead-letters/" + rename.id();

        assertThat(service.get(path).body().at("/message").has("data")).isTrue();
        assertThat(service.getMasked(path).body().at("/message").has("data")).isFalse();
        assertThat(service.getMasked(path).body().at("/error").asString("")).isEqualTo("no number");
        assertThat(service.getMasked("/admin/dead-letters/" + gone.id())
                        .body()
                        .at("/message")
                        .has("data"))
                .isTrue();
    }

    @Test
    void saysWhereThereIsNone() throws Exception {
        Answer answer = service.get("/admin/dead-letters/" + Ids.next());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
}
