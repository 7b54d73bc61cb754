package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.BadParameter;
import dev.sluice.schemas.message.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Where a page ended: the generation and the snapshot that it was read from, and the sort values of its last item, behind a check value over
 * them and over the listing that they belong to. So a cursor that was damaged, or is used with other filters, is told apart from a good one.
 */
final class Cursor {
    private static final int CHECK_BYTES = 8;

    private Cursor() {}

    /** @param snapshot null where the order rests on what never changes */
    record Position(int generation, @Nullable String snapshot, List<FieldValue> values) {
        Position {
            values = List.copyOf(values);
        }
    }

    static String after(String listing, Position position) {
        ArrayNode parts =
                Json.MAPPER.createArrayNode().add(position.generation()).add(position.snapshot());
        position.values().forEach(value -> parts.addPOJO(value._get()));
        byte[] json = Json.MAPPER.writeValueAsBytes(parts);
        byte[] cursor = Arrays.copyOf(check(listing, json), CHECK_BYTES + json.length);
        System.arraycopy(json, 0, cursor, CHECK_BYTES, json.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** Throws {@link BadParameter}. */
    static Position position(String listing, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > CHECK_BYTES) {
                byte[] json = Arrays.copyOfRange(bytes, CHECK_BYTES, bytes.length);
                if (Arrays.equals(check(listing, json), Arrays.copyOf(bytes, CHECK_BYTES))) {
                    return position(Json.MAPPER.readTree(json));
                }
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // Told below, like a check that fails.
        }
        throw broken();
    }

    private static Position position(JsonNode parts) {
        return new Position(
                parts.path(0).asInt(0),
                parts.path(1).asString(null),
                parts.values().stream().skip(2).map(Cursor::value).toList());
    }

    static BadParameter broken() {
        return new BadParameter(
                PageRequest.CURSOR,
                "It is damaged or belongs to other filters: pass the next of the page before unchanged, with the same"
                        + " filters, or leave it out to start over.");
    }

    private static FieldValue value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return FieldValue.of(node.asLong());
        }
        if (node.isNumber()) {
            return FieldValue.of(node.asDouble());
        }
        return node.isNull() ? FieldValue.NULL : FieldValue.of(node.asString());
    }

    private static byte[] check(String listing, byte[] json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(listing.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(json), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
