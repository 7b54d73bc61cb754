package dev.sluice.edge.query;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The instances of query-service. A URL is always asked of the same one, whose caches then know it, for as long as that is there: by
 * rendezvous hashing (Thaler and Ravishankar 1998), so that when one of N goes or comes, only every Nth URL moves.
 */
final class Instances {
    private static final HashFunction HASH = Hashing.murmur3_128();

    private final List<Instance> all;

    /** @param rest how long one that fails again and again is left alone */
    Instances(List<URI> bases, Duration rest) {
        this.all = bases.stream()
                .distinct()
                .map(base -> new Instance(base, new Breaker("query-service at " + base, rest)))
                .toList();
    }

    /** @param breaker of its own: one that fails says nothing of the others */
    record Instance(URI base, Breaker breaker) {
        private long score(String url) {
            return HASH.newHasher()
                    .putString(base.toString(), StandardCharsets.UTF_8)
                    .putByte((byte) 0)
                    .putString(url, StandardCharsets.UTF_8)
                    .hash()
                    .asLong();
        }
    }

    /** All of them, whom to ask first of all first. */
    List<Instance> of(String url) {
        return all.size() == 1
                ? all
                : all.stream()
                        .sorted(Comparator.comparingLong((Instance one) -> one.score(url))
                                .reversed())
                        .toList();
    }
}
