package dev.sluice.load.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba98765432100123456789abcdef";

    @TempDir
    Path replays;

    @Test
    void remembersPerFileWhatWasProvided() {
        Prepared.of(replays, HASH).add(Set.of("85123A"), Set.of("17850"));
        Prepared.of(replays, HASH).add(Set.of("71053"), Set.of());

        Prepared later = Prepared.of(replays, HASH);
        assertThat(later.hasSku("85123A")).isTrue();
        assertThat(later.hasSku("71053")).isTrue();
        assertThat(later.hasSku("17850")).isFalse();
        assertThat(later.hasCustomer("17850")).isTrue();
        assertThat(Prepared.of(replays, OTHER).hasSku("85123A")).isFalse();
    }

    @Test
    void forgetsAllWhenTheSystemWasEmptied() {
        Prepared prepared = Prepared.of(replays, HASH);
        prepared.add(Set.of("85123A"), Set.of("17850"));

        prepared.forget();
        prepared.add(Set.of("71053"), Set.of());

        assertThat(Prepared.of(replays, HASH).hasSku("85123A")).isFalse();
        assertThat(Prepared.of(replays, HASH).hasCustomer("17850")).isFalse();
    }
}
