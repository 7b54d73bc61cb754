package dev.sluice.projector.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A document that two generations do not hold alike.
 *
 * @param fields where they differ, as JSON pointers, the first fifty; none where only one has it
 */
public record Difference(String key, Kind kind, List<String> fields) {
    public Difference {
        fields = List.copyOf(fields);
    }

    public enum Kind {
        @JsonProperty("only-left")
        ONLY_LEFT,
        @JsonProperty("only-right")
        ONLY_RIGHT,
        @JsonProperty("differs")
        DIFFERS
    }
}
