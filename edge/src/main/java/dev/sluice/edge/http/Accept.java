package dev.sluice.edge.http;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Content negotiation by media type (RFC 9110, 12.5.1). */
public final class Accept {
    private static final double UNSEEN = -1;

    /** What was chosen lately: a browser sends the same header with every request. A later choice takes the place of an earlier one. */
    private static final AtomicReferenceArray<@Nullable Choice> CHOICES = new AtomicReferenceArray<>(64);

    /** Longer ones are not worth the memory. */
    private static final int LONGEST = 256;

    private Accept() {}

    private record Choice(
            String header, List<String> offers, @Nullable String best) {}

    /** The offer that the client likes best, the earlier of equals; null where it likes none. */
    public static @Nullable String best(@Nullable String header, List<String> offers) {
        if (header == null || header.isBlank() || header.equals("*/*")) {
            return offers.getFirst();
        }
        if (header.length() > LONGEST) {
            return choose(header, offers);
        }
        int slot = (header.hashCode() + offers.getFirst().hashCode()) & (CHOICES.length() - 1);
        Choice known = CHOICES.get(slot);
        if (known == null || !known.header.equals(header) || !known.offers.equals(offers)) {
            known = new Choice(header, offers, choose(header, offers));
            CHOICES.set(slot, known);
        }
        return known.best;
    }

    private static @Nullable String choose(String header, List<String> offers) {
        String[] ranges = header.toLowerCase(Locale.ROOT).split(",", -1);
        String best = null;
        double most = 0;
        for (String offer : offers) {
            double quality = quality(ranges, offer);
            if (quality > most) {
                most = quality;
                best = offer;
            }
        }
        return best;
    }

    /** The most specific range decides. */
    private static double quality(String[] ranges, String offer) {
        double exact = UNSEEN;
        double ofType = UNSEEN;
        double any = UNSEEN;
        for (String range : ranges) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip();
            if (type.equals(offer)) {
                exact = weight(parts);
            } else if (type.endsWith("/*") && offer.startsWith(type.substring(0, type.length() - 1))) {
                ofType = weight(parts);
            } else if (type.equals("*/*")) {
                any = weight(parts);
            }
        }
        return exact != UNSEEN ? exact : ofType != UNSEEN ? ofType : Math.max(any, 0);
    }

    /** Of a range or a coding, split at its semicolons: its q, or 1. */
    static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2));
            }
        }
        return 1;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
