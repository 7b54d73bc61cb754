package dev.sluice.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.sluice.query.request.BadParameter;
import dev.sluice.query.search.Cursor.Position;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final Position POSITION = new Position(
            2,
            "snapshot",
            List.of(
                    FieldValue.of("2026-03-01T12:00:00.000000001Z"),
                    FieldValue.of(Long.MIN_VALUE),
                    FieldValue.of(1.5),
                    FieldValue.NULL));

    private final String cursor = Cursor.after("orders", POSITION);

    @Test
    void leadsBackToItsPosition() {
        Position found = Cursor.position("orders", cursor);

        assertThat(found.generation()).isEqualTo(2);
        assertThat(found.snapshot()).isEqualTo("snapshot");
        assertThat(found.values())
                .extracting(FieldValue::_kind, FieldValue::_get)
                .containsExactlyElementsOf(POSITION.values().stream()
                        .map(value -> tuple(value._kind(), value._get()))
                        .toList());
    }

    @Test
    void mayHaveNoSnapshot() {
        String stable = Cursor.after("orders", new Position(2, null, POSITION.values()));

        assertThat(Cursor.position("orders", stable).snapshot()).isNull();
    }

    @Test
    void fitsIntoAUrlAsItIs() {
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void belongsToOneListing() {
        assertThatThrownBy(() -> Cursor.position("products", cursor)).isInstanceOf(BadParameter.class);
    }

    @Test
    void isRefusedWithAnyOfItsSignsChanged() {
        // The last sign may hold bits that no byte uses.
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> Cursor.position("orders", changed)).isInstanceOf(BadParameter.class);
        }
    }

    @Test
    void isRefusedWhenMadeUp() {
        new Random(42)
                .ints(1_000, 0, 60)
                .mapToObj(length -> new Random(length).ints(length, 0, 300))
                .map(signs -> signs.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .forEach(text -> assertThatThrownBy(() -> Cursor.position("orders", text))
                        .isInstanceOf(BadParameter.class));
    }
}
