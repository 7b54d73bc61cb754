package dev.sluice.edge.json;

import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as RFC 8259 and its interoperability notes have it, and nothing besides: UTF-8 only, no duplicate names, nothing
 * after the value, no lone surrogates, bounded depth and numbers. Two readers could take anything looser for two different
 * orders.
 */
final class StrictJson {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 40;
    private static final int MAX_NAME = 256;
    /** Only an escape can smuggle half a character past the decoder. */
    private static final Pattern SURROGATE_ESCAPE = Pattern.compile("\\\\u[dD][89a-fA-F]");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Throws a {@link Refusal}. */
    static JsonNode read(byte[] body) {
        String text = decode(body);
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw malformed(reason(e));
        }
        if (tree.isMissingNode()) {
            throw malformed("The body is empty: send a JSON object.");
        }
        if (SURROGATE_ESCAPE.matcher(text).find() && !encodable(tree)) {
            throw malformed("A \\u escape is half a surrogate pair: write both halves.");
        }
        return tree;
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException _) {
            throw malformed("The body is not valid UTF-8: encode it so.");
        }
    }

    private static boolean encodable(JsonNode node) {
        if (node.isString()) {
            return StandardCharsets.UTF_8.newEncoder().canEncode(node.asString());
        }
        for (JsonNode child : node) {
            if (!encodable(child)) {
                return false;
            }
        }
        return node.propertyNames().stream().allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode);
    }

    private static String reason(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException _ ->
                "It is nested deeper than " + MAX_DEPTH + ", or a number or name in it is too long.";
            case StreamReadException _ -> firstLine(e) + place(e.getLocation()) + ".";
            default -> "Something follows the JSON value: send one value only.";
        };
    }

    private static String firstLine(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static Refusal malformed(String detail) {
        return Refusal.malformed("The body is not well-formed JSON.", List.of(new Problem.Flaw("", detail)));
    }
}
