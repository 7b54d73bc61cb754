package dev.sluice.projector.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.projector.verify.Contents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store promises; each server's test says how to look into it and how to lose it. */
public abstract class StoreContract {
    protected static final String LOG = "log-1";

    /** The store under test, filled from the named log. */
    protected abstract Store store(String log);

    /** One that should be at an address where nobody is. */
    protected abstract Store unreachable();

    /** What that store holds. */
    protected abstract Contents contents();

    /** The JSON that the server holds, null where it holds none. */
    protected abstract @Nullable String held(String id);

    /** The server loses all that the store has written. */
    protected abstract void lose();

    /** A document that the server's rules cannot take. */
    protected abstract Document impossible(String id, long version);

    @Test
    void aDocumentIsKept() {
        write(document("a", 0, "{\"name\":\"Lamp\"}"));

        assertThat(held("a")).isEqualTo("{\"name\":\"Lamp\"}");
    }

    @Test
    void aLaterVersionReplacesAnEarlierOneButNeverTheOtherWayRound() {
        write(document("a", 7, "{\"name\":\"Lamp\"}"));
        write(document("a", 9, "{\"name\":\"Desk lamp\"}"));
        write(document("a", 8, "{\"name\":\"Late lamp\"}"));

        assertThat(held("a")).isEqualTo("{\"name\":\"Desk lamp\"}");
    }

    @Test
    void aTombstoneDeletes() {
        write(document("a", 1, "{}"), document("b", 2, "{}"));
        write(new Document("a", 3, null), new Document("never-there", 4, null));

        assertThat(held("a")).isNull();
        assertThat(held("b")).isEqualTo("{}");
    }

    @Test
    void oneThatCannotBeTakenIsRefusedAloneWithTheReason() {
        List<Refusal> refusals =
                store(LOG).write(List.of(document("a", 1, "{}"), impossible("b", 2), document("c", 3, "{}")));

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.documentId()).isEqualTo("b");
            assertThat(refusal.reason()).isNotBlank();
        });
        assertThat(held("a")).isEqualTo("{}");
        assertThat(held("c")).isEqualTo("{}");
    }

    @Test
    void aNewStoreHasBegunNothing() {
        assertThat(store(LOG).positions(Set.of(0, 1))).isEmpty();
    }

    @Test
    void itRemembersHowFarItHasCome() {
        Store store = store(LOG);
        store.positions(Set.of(0, 1));
        store.advance(List.of(new Position(0, 0, 0), new Position(1, 0, 17)));
        store.advance(List.of(new Position(1, 17, 42)));

        assertThat(store(LOG).positions(Set.of(0, 1, 2))).isEqualTo(Map.of(0, 0L, 1, 42L));
    }

    @Test
    void whatItHoldsIsCountedAndSampledAndRead() {
        write(document("a", 1, "{\"name\":\"Lamp\"}"), document("b", 2, "{}"), document("c", 3, "{}"));
        write(new Document("c", 4, null));

        Contents contents = contents();
        assertThat(contents.survey(5)).satisfies(all -> {
            assertThat(all.documents()).isEqualTo(2);
            assertThat(all.sample()).containsExactlyInAnyOrder("a", "b");
        });
        assertThat(contents.survey(1).sample()).hasSize(1).isSubsetOf("a", "b");
        Map<String, byte[]> read = contents.read(List.of("a", "c"));
        assertThat(read).containsOnlyKeys("a");
        assertThat(new String(read.get("a"), UTF_8)).isEqualTo("{\"name\":\"Lamp\"}");
    }

    @Test
    void whatIsDeletedLeavesNothingBehind() {
        write(document("a", 1, "{}"));
        store(LOG).advance(List.of(new Position(0, 0, 2)));
        contents().delete();
        contents().delete();

        assertThat(contents().survey(1).documents()).isZero();
        assertThat(store(LOG).positions(Set.of(0))).isEmpty();
    }

    @Test
    void oneThatLostEverythingSaysSo() {
        Store store = store(LOG);
        store.positions(Set.of(0));
        store.advance(List.of(new Position(0, 0, 17)));
        lose();

        assertThat(store.positions(Set.of(0))).isEmpty();
    }

    @Test
    void offsetsOfAnotherLogMeanNothingHere() {
        Store store = store(LOG);
        store.positions(Set.of(0));
        store.advance(List.of(new Position(0, 0, 17)));

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> store("log-2").positions(Set.of(0)))
                .withMessageContaining("another log");
    }

    @Test
    void oneThatIsAwayIsUnavailable() {
        Store nowhere = unreachable();

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> nowhere.positions(Set.of(0)));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> nowhere.write(List.of(document("a", 1, "{}"))));
    }

    protected static Document document(String id, long version, @Nullable String json) {
        return new Document(id, version, json == null ? null : json.getBytes(UTF_8));
    }

    private void write(Document... documents) {
        Store store = store(LOG);
        store.positions(Set.of(0));
        assertThat(store.write(List.of(documents))).isEmpty();
    }
}
