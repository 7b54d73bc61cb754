package dev.sluice.edge.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content negotiation by media type (RFC 9110, 12.5.1). */
public final class Accept {
    private static final double UNSEEN = -1;

    private Accept() {}

    /** The offer that the client likes best, the earlier of equals; null where it likes none. */
    public static @Nullable String best(@Nullable String header, List<String> offers) {
        if (header == null || header.isBlank() || header.equals("*/*")) {
            return offers.getFirst();
        }
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

    private static double weight(String[] parts) {
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
