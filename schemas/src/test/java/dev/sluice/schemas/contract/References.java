package dev.sluice.schemas.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Walks documents and follows their {@code $ref}s. */
final class References {
    private static final String REF = "$ref";

    private References() {}

    /** Calls with each object and the pointer to it, the document itself first. */
    static void forEachObject(JsonNode document, BiConsumer<JsonPointer, JsonNode> action) {
        walk(JsonPointer.empty(), document, action);
    }

    /** The references that lead nowhere. */
    static List<String> broken(String file) {
        List<String> broken = new ArrayList<>();
        JsonNode document = Contract.document(file);
        forEachObject(document, (place, object) -> {
            String target = object.path(REF).asString("");
            if (object.path(REF).isString() && resolve(file, target).isMissingNode()) {
                broken.add(place + " to " + target);
            }
        });
        return broken;
    }

    /** The object itself, or what it refers to in the same document. */
    static JsonNode followed(JsonNode document, JsonNode object) {
        return object.path(REF).isString()
                ? document.at(object.get(REF).asString().substring(1))
                : object;
    }

    private static JsonNode resolve(String file, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String pointer = hash < 0 ? "" : target.substring(hash + 1);
        String other = path.isEmpty() ? file : Contract.relative(file, path);
        return Contract.has(other)
                ? Contract.document(other).at(pointer)
                : tools.jackson.databind.node.MissingNode.getInstance();
    }

    private static void walk(JsonPointer place, JsonNode node, BiConsumer<JsonPointer, JsonNode> action) {
        if (node.isObject()) {
            action.accept(place, node);
            node.properties().forEach(field -> walk(place.appendProperty(field.getKey()), field.getValue(), action));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(place.appendIndex(i), node.get(i), action);
        }
    }
}
