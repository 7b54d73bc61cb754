package dev.sluice.schemas.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a schema of today takes away from those who keep to an earlier one: fields that are gone, that are of another kind, or that must be
 * there now, and values that are not allowed any more. Each is told in a line with the mend.
 */
final class Compatibility {
    private final Function<String, @Nullable JsonNode> before;
    private final Function<String, @Nullable JsonNode> now;
    private final Set<String> seen = new HashSet<>();
    private final List<String> breaks = new ArrayList<>();

    /** A schema and the file that its references are seen from. */
    private record Place(String file, JsonNode schema) {}

    /**
     * @param before earlier schemas by their files
     * @param now those of today
     */
    Compatibility(Function<String, @Nullable JsonNode> before, Function<String, @Nullable JsonNode> now) {
        this.before = before;
        this.now = now;
    }

    List<String> breaks(String file) {
        JsonNode earlier = before.apply(file);
        JsonNode today = now.apply(file);
        if (earlier == null) {
            return List.of();
        }
        if (today == null) {
            return List.of(file
                    + " is gone: others still send and keep what it describes. Bring it back; for a new version of a message keep the old"
                    + " name readable with a step in Upcasts.");
        }
        compare(file, new Place(file, earlier), new Place(file, today));
        return breaks;
    }

    private void compare(String where, Place old, Place fresh) {
        Place earlier = followed(old, before);
        Place today = followed(fresh, now);
        if (!seen.add(earlier.file()
                + earlier.schema().hashCode()
                + today.file()
                + today.schema().hashCode())) {
            return;
        }
        kind(where, earlier.schema(), today.schema());
        values(where, earlier.schema().path("enum"), today.schema().path("enum"));
        properties(where, earlier, today);
        if (earlier.schema().has("items") && today.schema().has("items")) {
            compare(where + "/items", inside(earlier, "items"), inside(today, "items"));
        }
        alternatives(where, earlier, today);
    }

    private void kind(String where, JsonNode earlier, JsonNode today) {
        for (String word : List.of("type", "format", "const")) {
            if (earlier.has(word) && !earlier.path(word).equals(today.path(word))) {
                breaks.add(where + ": " + word + " was " + earlier.path(word) + " and is " + today.path(word)
                        + ". Give the new meaning a new field, and fill both until nobody reads the old one.");
                return;
            }
        }
    }

    private void values(String where, JsonNode earlier, JsonNode today) {
        Set<String> gone = texts(earlier);
        gone.removeAll(texts(today));
        if (!gone.isEmpty() && today.isArray()) {
            breaks.add(where + ": " + gone + " are no values any more, but are stored. Keep them.");
        }
    }

    private void properties(String where, Place earlier, Place today) {
        earlier.schema().path("properties").properties().forEach(property -> {
            String name = property.getKey();
            if (today.schema().path("properties").has(name)) {
                compare(
                        where + "/" + name,
                        new Place(earlier.file(), property.getValue()),
                        new Place(
                                today.file(), today.schema().path("properties").path(name)));
            } else {
                breaks.add(where + "/" + name
                        + " is gone. Keep it, @Nullable and empty if need be, or give the message a new version (v2) with"
                        + " a step in Upcasts.");
            }
        });
        Set<String> demanded = texts(today.schema().path("required"));
        demanded.removeAll(texts(earlier.schema().path("required")));
        demanded.forEach(name -> breaks.add(
                where + "/" + name + " must be there now, and is missing in what is stored and sent already. Make it"
                        + " @Nullable, or give the message a new version (v2) with a step in Upcasts."));
    }

    /** Of several forms that a property tells apart. */
    private void alternatives(String where, Place earlier, Place today) {
        Map<String, Place> still = forms(today, now);
        forms(earlier, before).forEach((name, form) -> {
            Place same = still.get(name);
            if (same == null) {
                breaks.add(where + ": the form " + name + " is gone, but is stored. Keep it.");
            } else {
                compare(where + "/" + name, form, same);
            }
        });
    }

    private static Map<String, Place> forms(Place place, Function<String, @Nullable JsonNode> files) {
        return place.schema().path("oneOf").values().stream()
                .map(form -> followed(new Place(place.file(), form), files))
                // Without a title it is no form but a condition.
                .filter(form -> form.schema().has("title"))
                .collect(Collectors.toMap(form -> form.schema().path("title").asString(), form -> form));
    }

    private static Place inside(Place place, String name) {
        return new Place(place.file(), place.schema().path(name));
    }

    private static Place followed(Place place, Function<String, @Nullable JsonNode> files) {
        JsonNode reference = place.schema().path("$ref");
        if (reference.isMissingNode()) {
            return place;
        }
        String[] parts = reference.asString().split("#", 2);
        String file = parts[0].isEmpty() ? place.file() : Contract.relative(place.file(), parts[0]);
        JsonNode root = files.apply(file);
        if (root == null) {
            throw new IllegalStateException(place.file() + " refers to " + reference + ", which is not there");
        }
        JsonNode found = parts.length < 2 ? root : root.at(JsonPointer.compile(parts[1]));
        return followed(new Place(file, found), files);
    }

    private static Set<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
