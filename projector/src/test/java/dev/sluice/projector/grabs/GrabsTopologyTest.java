package dev.sluice.projector.grabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.TestBench;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CampaignFact.CampaignPut;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignFact.PlaceHeld;
import dev.sluice.schemas.promotion.CampaignFact.PlaceLeft;
import dev.sluice.schemas.promotion.CampaignFact.PlaceSpent;
import dev.sluice.schemas.promotion.CampaignFact.PlacesLapsed;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopeClosed;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopePut;
import dev.sluice.schemas.promotion.EnvelopeFact.PartDrawn;
import dev.sluice.schemas.promotion.EnvelopeFact.PartReturned;
import dev.sluice.schemas.promotion.EnvelopeTerms;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.GrabView.Offer;
import dev.sluice.schemas.view.GrabView.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrabsTopologyTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant CLOSES = OPENS.plusSeconds(3_600);
    private static final Instant UNTIL = OPENS.plusSeconds(900);

    @TempDir
    private Path directory;

    private TestBench bench;
    private final Map<String, Long> sequences = new HashMap<>();

    @BeforeEach
    void start() {
        bench = new TestBench(new GrabsTopology("facts", TestBench.VIEW).get(), directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void happened(String of, Payload... facts) {
        for (Payload fact : facts) {
            bench.fact("facts", of, sequences.merge(of, 1L, Long::sum) - 1, fact);
        }
    }

    private static CampaignPut put(long places) {
        return new CampaignPut("sale", new CampaignTerms("mug", gbp(99), places, OPENS, CLOSES, 900), 1);
    }

    private static Money gbp(long pence) {
        return new Money(pence, "GBP");
    }

    @Test
    void anOfferIsAsItWasPutLast() {
        happened("sale", put(3), put(5));
        assertThat(bench.document("sale", GrabView.class)).isEqualTo(new Offer("sale", 5, OPENS, CLOSES));
    }

    @Test
    void aPlaceIsTakenUntilItLapses() {
        happened("sale", put(3), new PlaceGranted("sale", "ann", UNTIL, 1), new PlaceGranted("sale", "bob", UNTIL, 2));
        assertThat(bench.document("sale:ann", GrabView.class)).isEqualTo(new Place("sale:ann", UNTIL));

        happened("sale", new PlacesLapsed("sale", List.of("ann", "bob"), 0));
        assertThat(bench.documents(GrabView.class))
                .containsOnlyKeys("sale:ann", "sale:bob")
                .containsValue(null);
    }

    @Test
    void anOrderKeepsItUntilItLeavesIt() {
        happened("sale", put(3), new PlaceGranted("sale", "ann", UNTIL, 1), held("o-1"));
        assertThat(bench.document("sale:ann", GrabView.class)).isEqualTo(new Place("sale:ann", null));

        happened("sale", new PlaceLeft("sale", "o-1"));
        assertThat(bench.document("sale:ann", GrabView.class)).isEqualTo(new Place("sale:ann", UNTIL));
    }

    @Test
    void whatIsSpentIsTakenForGood() {
        happened("sale", put(3), new PlaceGranted("sale", "ann", UNTIL, 1), held("o-1"), new PlaceSpent("sale", "o-1"));
        assertThat(bench.document("sale:ann", GrabView.class)).isEqualTo(new Place("sale:ann", null));

        happened("sale", new PlaceLeft("sale", "o-1"));
        assertThat(bench.documents(GrabView.class)).isEmpty();
    }

    @Test
    void aPartThatComesBackIsThereForOthersOnly() {
        happened(
                "New-year",
                new EnvelopePut("New-year", new EnvelopeTerms(gbp(100), 2, OPENS, CLOSES)),
                new PartDrawn("New-year", "ann", gbp(60), gbp(40), 1));
        assertThat(bench.documents(GrabView.class))
                .containsEntry("New-year", new Offer("New-year", 2, OPENS, CLOSES))
                .containsEntry("New-year:ann", new Place("New-year:ann", null));

        happened(
                "New-year",
                new PartReturned("New-year", "ann", gbp(60), gbp(100), 2),
                new EnvelopeClosed("New-year", gbp(100)));
        assertThat(bench.documents(GrabView.class))
                .containsOnlyKeys("New-year")
                .containsEntry("New-year", new Offer("New-year", 3, OPENS, CLOSES));
    }

    @Test
    void factsThatComeByAgainChangeNothing() {
        happened("sale", put(3), new PlaceGranted("sale", "ann", UNTIL, 1), held("o-1"), new PlaceSpent("sale", "o-1"));
        bench.documents(GrabView.class);
        sequences.clear();
        happened("sale", put(3), new PlaceGranted("sale", "ann", UNTIL, 1), held("o-1"), new PlaceSpent("sale", "o-1"));
        assertThat(bench.documents(GrabView.class)).isEmpty();
    }

    private static PlaceHeld held(String orderId) {
        return new PlaceHeld("sale", orderId, "ann", OPENS.plusSeconds(30));
    }
}
