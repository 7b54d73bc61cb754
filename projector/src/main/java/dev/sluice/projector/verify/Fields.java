package dev.sluice.projector.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where two documents differ. */
final class Fields {
    private static final int MOST = 50;

    private final List<String> found = new ArrayList<>();

    private Fields() {}

    /** As JSON pointers, of the deepest places that are enough to see it. */
    static List<String> differing(JsonNode left, JsonNode right) {
        Fields fields = new Fields();
        fields.compare(JsonPointer.empty(), left, right);
        return fields.found;
    }

    private void compare(JsonPointer at, JsonNode left, JsonNode right) {
        if (found.size() == MOST || left.equals(right)) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            TreeSet<String> names = new TreeSet<>(left.propertyNames());
            names.addAll(right.propertyNames());
            names.forEach(name -> compare(at.appendProperty(name), left.path(name), right.path(name)));
        } else if (left.isArray() && right.isArray() && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(at.appendIndex(i), left.get(i), right.get(i));
            }
        } else {
            found.add(at.toString());
        }
    }
}
