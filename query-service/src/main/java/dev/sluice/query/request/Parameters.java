package dev.sluice.query.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request. Every method returns null where the parameter is absent, and throws {@link BadParameter}
 * where it is there but wrong.
 */
public final class Parameters {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_TEXTS = 50;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Refuses names that are not known: a misspelt filter must not answer with everything. */
    public static Parameters of(Map<String, List<String>> values, Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new BadParameter(
                        name, "There is no such parameter here; there are " + new TreeSet<>(known) + ".");
            }
        }
        return new Parameters(values);
    }

    public boolean has(String name) {
        return !values.getOrDefault(name, List.of()).isEmpty();
    }

    public @Nullable String one(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new BadParameter(name, "Give it once, not " + all.size() + " times.");
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    /** A SKU or the id of a customer. */
    public @Nullable String id(String name) {
        String value = one(name);
        return value == null ? null : requireId(name, value);
    }

    public static String requireId(String name, String value) {
        if (!ID.matcher(value).matches()) {
            throw new BadParameter(name, "Give 1 to 64 letters, digits, dots, hyphens or underscores.");
        }
        return value;
    }

    /** Words to look for; null also where there are only blanks. */
    public @Nullable String text(String name) {
        String value = one(name);
        if (value != null && value.length() > LONGEST_TEXT) {
            throw new BadParameter(name, "Give at most " + LONGEST_TEXT + " characters, not " + value.length() + ".");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** As they stand in documents; the parameter may be repeated, and the result is empty where it is absent. */
    public List<String> texts(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > MOST_TEXTS || all.stream().anyMatch(text -> text.isBlank() || text.length() > LONGEST_TEXT)) {
            throw new BadParameter(
                    name,
                    "Give 1 to " + LONGEST_TEXT + " characters; repeat the parameter for up to " + MOST_TEXTS + ".");
        }
        return all;
    }

    public @Nullable Instant instant(String name) {
        String value = one(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new BadParameter(
                    name, "Give a time by RFC 3339, like 2026-01-31T00:00:00Z; percent-encode the + of an offset.");
        }
    }

    /** An amount of money in minor units. */
    public @Nullable Long amount(String name) {
        String value = one(name);
        return value == null
                ? null
                : Long.valueOf(
                        number(name, value, 0, Long.MAX_VALUE, "Give a whole number of minor units, 0 or more."));
    }

    public int between(String name, int least, int most, int otherwise) {
        String value = one(name);
        return value == null
                ? otherwise
                : (int) number(name, value, least, most, "Give a whole number from " + least + " to " + most + ".");
    }

    /** The parameter may be repeated; the result is empty where it is absent. */
    public <E extends Enum<E>> Set<E> anyOf(String name, Class<E> type) {
        return anyOf(name, List.of(type.getEnumConstants()), Enum::name);
    }

    public <E> Set<E> anyOf(String name, List<E> offered, Function<E, String> spelling) {
        Set<E> chosen = new LinkedHashSet<>();
        for (String value : values.getOrDefault(name, List.of())) {
            chosen.add(offered.stream()
                    .filter(offer -> spelling.apply(offer).equals(value))
                    .findFirst()
                    .orElseThrow(() -> unknown(name, offered, spelling, "; repeat the parameter for several.")));
        }
        return chosen;
    }

    public <E> @Nullable E oneOf(String name, List<E> offered, Function<E, String> spelling) {
        String value = one(name);
        if (value == null) {
            return null;
        }
        return offered.stream()
                .filter(offer -> spelling.apply(offer).equals(value))
                .findFirst()
                .orElseThrow(() -> unknown(name, offered, spelling, "."));
    }

    private static <E> BadParameter unknown(String name, List<E> offered, Function<E, String> spelling, String more) {
        return new BadParameter(
                name, "Give one of " + offered.stream().map(spelling).toList() + more);
    }

    private static long number(String name, String value, long least, long most, String mend) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is out of bounds.
        }
        throw new BadParameter(name, mend);
    }
}
