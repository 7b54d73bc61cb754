package dev.sluice.edge.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content negotiation by coding (RFC 9110, 12.5.3). */
public final class AcceptEncoding {
    public static final String GZIP = "gzip";

    private static final double UNSEEN = -1;

    private AcceptEncoding() {}

    /** Who says nothing gets the plain form: not all who take anything can undo it. */
    public static boolean takesGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String codings = header.toLowerCase(Locale.ROOT);
        if (codings.startsWith("gzip,")) {
            return true; // as browsers send it
        }
        double gzip = UNSEEN;
        double any = UNSEEN;
        for (String coding : codings.split(",", -1)) {
            String[] parts = coding.split(";", -1);
            switch (parts[0].strip()) {
                case GZIP, "x-gzip" -> gzip = Accept.weight(parts);
                case "*" -> any = Accept.weight(parts);
                default -> {}
            }
        }
        return gzip != UNSEEN ? gzip > 0 : any > 0;
    }
}
