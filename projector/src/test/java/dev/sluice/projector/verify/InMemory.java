package dev.sluice.projector.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A store for tests. */
class InMemory implements Contents {
    private final Map<String, String> documents;

    InMemory(Map<String, String> documents) {
        this.documents = documents;
    }

    @Override
    public String store() {
        return "memory";
    }

    @Override
    public Survey survey(int sample) {
        return new Survey(
                documents.size(), documents.keySet().stream().limit(sample).toList());
    }

    @Override
    public Map<String, byte[]> read(Collection<String> ids) {
        Map<String, byte[]> found = new HashMap<>();
        ids.stream()
                .filter(documents::containsKey)
                .forEach(id -> found.put(id, documents.getOrDefault(id, "").getBytes(UTF_8)));
        return found;
    }

    @Override
    public void each(Consumer<Map<String, byte[]>> portion) {
        documents.keySet().forEach(id -> portion.accept(read(List.of(id))));
    }

    @Override
    public void delete() {
        documents.clear();
    }

    @Override
    public void close() {}
}
