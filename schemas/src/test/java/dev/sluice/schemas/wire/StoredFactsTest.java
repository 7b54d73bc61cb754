package dev.sluice.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.Samples;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.EnvelopeFact;
import dev.sluice.schemas.stock.StockFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Facts as they lie in event stores and in the log, of every version and form that was ever written. Lines are added to the file and never
 * changed: what cannot be read any more is not mended there but in {@link Upcasts}.
 */
class StoredFactsTest {
    private static final String APPEND = "./mvnw -pl schemas -am verify -Dfacts=append";
    private static final Path CORPUS = Path.of("src/test/resources/stored-facts.ndjson");

    /** What is kept for ever. */
    private static final List<Class<?>> KEPT = List.of(
            OrderFact.class,
            StockFact.class,
            WalletFact.class,
            CouponFact.class,
            CampaignFact.class,
            EnvelopeFact.class,
            ParkingFact.class);

    /**
     * @param reads what it is read as, where that is written otherwise today
     */
    record Stored(String type, JsonNode data, @Nullable JsonNode reads) {
        @Override
        public String toString() {
            return type + " " + data;
        }
    }

    static Stream<Stored> corpus() throws IOException {
        return Files.readAllLines(CORPUS).stream().map(line -> Json.MAPPER.readValue(line, Stored.class));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void isReadAsItWasMeant(Stored stored) {
        byte[] json = stored.data().toString().getBytes(StandardCharsets.UTF_8);

        Payload read = MessageCodec.payload(stored.type(), json);

        JsonNode again = Json.MAPPER.readTree(MessageCodec.data(read));
        assertThat(again).isEqualTo(stored.reads() == null ? stored.data() : stored.reads());
    }

    @Test
    void isThereOfEveryForm() throws IOException {
        List<String> missing = missing();
        if ("append".equals(System.getProperty("facts"))) {
            Files.write(CORPUS, missing, StandardOpenOption.APPEND);
            missing = missing();
        }
        assertThat(missing)
                .as("Facts are stored in forms that %s has no example of; append them: %s", CORPUS, APPEND)
                .isEmpty();
    }

    private static List<String> missing() throws IOException {
        Set<String> there =
                corpus().map(stored -> form(stored.type(), stored.data())).collect(Collectors.toSet());

        return Samples.payloads().stream()
                .filter(payload -> KEPT.stream().anyMatch(kind -> kind.isInstance(payload)))
                .filter(payload -> there.add(form(type(payload), Json.MAPPER.valueToTree(payload))))
                .map(payload -> Json.MAPPER.writeValueAsString(
                        new Stored(type(payload), Json.MAPPER.valueToTree(payload), null)))
                .toList();
    }

    @Test
    void isOfTypesThatAreKnown() throws IOException {
        assertThat(corpus().map(Stored::type).filter(type -> Upcasts.ALL.classOf(type) == null))
                .as("Facts of these types are stored and cannot be read: add a step to Upcasts")
                .isEmpty();
    }

    private static String type(Payload payload) {
        return WireNames.of(payload.getClass());
    }

    /** The type, and which fields are there. */
    private static String form(String type, JsonNode data) {
        Set<String> fields = new TreeSet<>();
        collect("", data, fields);
        return type + fields;
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            node.values().forEach(item -> collect(path + "/*", item, fields));
        } else {
            fields.add(path);
        }
    }
}
