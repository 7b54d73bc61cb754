package dev.sluice.schemas.version;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one read must show at least. */
public record EntityVersions(List<EntityVersion> all) {
    public static final EntityVersions NONE = new EntityVersions(List.of());

    /** Carries them from the edge, which has checked their signature, to a service behind it. */
    public static final String HEADER = "Sluice-Versions";

    /** Stands for an entity that nothing is demanded of. */
    public static final long ANY = -1;

    private static final String SEPARATOR = ",";

    public EntityVersions {
        all = List.copyOf(all);
    }

    /** From {@link #toString}. Throws IllegalArgumentException for anything else. */
    public static EntityVersions parse(String text) {
        return new EntityVersions(Arrays.stream(text.split(SEPARATOR, -1))
                .map(part -> EntityVersion.parse(part.strip()))
                .toList());
    }

    /** The version that is demanded of an entity, {@link #ANY} for none. */
    public long of(String entity, String id) {
        long highest = ANY;
        for (EntityVersion one : all) {
            if (one.isOf(entity, id)) {
                highest = Math.max(highest, one.version());
            }
        }
        return highest;
    }

    /** Those of one kind. */
    public Stream<EntityVersion> of(String entity) {
        return all.stream().filter(one -> one.entity().equals(entity));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public String toString() {
        return all.stream().map(EntityVersion::toString).collect(Collectors.joining(SEPARATOR));
    }
}
