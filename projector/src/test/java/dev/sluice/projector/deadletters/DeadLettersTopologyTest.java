package dev.sluice.projector.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.TestBench;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.parking.ParkingAct.Kind;
import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.parking.ParkingFact.MessageParked;
import dev.sluice.schemas.parking.ParkingFact.MessageReleased;
import dev.sluice.schemas.parking.ParkingFact.MessagesWaiting;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTopologyTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final ParkedMessage MESSAGE =
            new ParkedMessage("m1", "/edge", "stock.CountStock.v1", NOON.toString(), null, "{}", false);
    private static final ParkingAct RETRY = new ParkingAct(Kind.RETRY, "op-1", "olga", LATER);
    private static final ParkingAct SKIP = new ParkingAct(Kind.SKIP, "op-2", "otto", LATER);

    @TempDir
    private Path directory;

    private TestBench bench;

    @BeforeEach
    void start() {
        bench = new TestBench(new DeadLettersTopology("parking", TestBench.VIEW).get(), directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static MessageParked parked(String letter, int attempts, long waiting, @Nullable ParkingAct act) {
        Instant at = act == null ? NOON : LATER;
        return new MessageParked(
                letter, "stock", "commands.stock", 1, "tea", MESSAGE, "error " + attempts, attempts, waiting, act, at);
    }

    private static DeadLetterView view(
            LetterStatus status, int attempts, long waiting, @Nullable Instant releasedAt, List<ParkingAct> acts) {
        return new DeadLetterView(
                "a",
                status,
                "stock",
                "commands.stock",
                1,
                "tea",
                MESSAGE,
                "error " + attempts,
                attempts,
                waiting,
                NOON,
                attempts == 1 ? NOON : LATER,
                releasedAt,
                acts);
    }

    private void told(ParkingFact... facts) {
        bench.packed("parking", List.of(facts));
    }

    private DeadLetterView letter() {
        return bench.document("a", DeadLetterView.class);
    }

    @Test
    void aMessageIsShownFromWhenItIsParked() {
        told(parked("a", 1, 0, null));
        assertThat(letter()).isEqualTo(view(LetterStatus.PARKED, 1, 0, null, List.of()));
    }

    @Test
    void itTellsHowManyWaitAndWhoTriedWhat() {
        told(parked("a", 1, 0, null), new MessagesWaiting("a", 1, 3, NOON), parked("a", 2, 4, RETRY));
        assertThat(letter()).isEqualTo(view(LetterStatus.PARKED, 2, 4, null, List.of(RETRY)));
    }

    @Test
    void whatIsReleasedSaysByWhom() {
        told(parked("a", 1, 2, null), parked("a", 2, 2, RETRY), new MessageReleased("a", SKIP, LATER));
        assertThat(letter()).isEqualTo(view(LetterStatus.SKIPPED, 2, 0, LATER, List.of(RETRY, SKIP)));
    }

    @Test
    void nothingGoesBackWhenFactsAreReadAgain() {
        ParkingFact[] all = {
            parked("a", 1, 0, null),
            new MessagesWaiting("a", 1, 1, NOON),
            parked("a", 2, 1, RETRY),
            new MessageReleased("a", SKIP, LATER)
        };
        told(all);
        DeadLetterView end = letter();
        told(all);
        assertThat(bench.written(DeadLetterView.class))
                .hasSize(all.length)
                .allSatisfy(document -> assertThat(document.value).isEqualTo(end));
    }

    @Test
    void lettersOfOnePackAreKeptApart() {
        told(parked("a", 1, 0, null), parked("b", 1, 0, null), new MessageReleased("b", SKIP, LATER));
        Map<String, DeadLetterView> letters = bench.documents(DeadLetterView.class);
        assertThat(letters).containsOnlyKeys("a", "b");
        assertThat(letters.get("a")).extracting(DeadLetterView::status).isEqualTo(LetterStatus.PARKED);
        assertThat(letters.get("b")).extracting(DeadLetterView::status).isEqualTo(LetterStatus.SKIPPED);
    }
}
