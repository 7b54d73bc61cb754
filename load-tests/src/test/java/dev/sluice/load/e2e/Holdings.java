package dev.sluice.load.e2e;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Documents by id, by view and store.
 *
 * @param documents as JSON, properties sorted
 */
record Holdings(SortedMap<String, SortedMap<String, String>> documents) {
    private static final int SHOWN = 10;

    /** One number for all documents of a view in a store (SHA-256), with how many they are. */
    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        documents.forEach((place, held) -> hashes.put(place, held.size() + " documents, " + hash(held)));
        return hashes;
    }

    private static String hash(SortedMap<String, String> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            documents.forEach((id, json) -> digest.update((id + '\n' + json + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The first documents that are not the same, both ways. */
    List<String> differences(Holdings others) {
        List<String> found = new ArrayList<>();
        documents.forEach((place, held) -> {
            SortedMap<String, String> other = others.documents.getOrDefault(place, new TreeMap<>());
            TreeSet<String> ids = new TreeSet<>(held.keySet());
            ids.addAll(other.keySet());
            ids.stream()
                    .filter(id -> !String.valueOf(held.get(id)).equals(other.get(id)))
                    .limit(SHOWN)
                    .forEach(id -> found.add(place + " " + id + "\n  " + held.get(id) + "\n  " + other.get(id)));
        });
        return found;
    }
}
