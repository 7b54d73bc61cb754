package dev.sluice.edge.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the fields of a request without making a list of them. */
public final class Headers {

    private Headers() {}

    /** The field's value, or null; several fields of one name are one list (RFC 9110, 5.2). */
    public static @Nullable String joined(HttpHeaders headers, CharSequence name) {
        String first = null;
        StringBuilder more = null;
        Iterator<Map.Entry<CharSequence, CharSequence>> fields = headers.iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = fields.next();
            if (AsciiString.contentEqualsIgnoreCase(field.getKey(), name)) {
                if (first == null) {
                    first = field.getValue().toString();
                } else {
                    more = more == null ? new StringBuilder(first) : more;
                    more.append(", ").append(field.getValue());
                }
            }
        }
        return more == null ? first : more.toString();
    }

    /** How many fields have this name. */
    public static int count(HttpHeaders headers, CharSequence name) {
        int count = 0;
        Iterator<Map.Entry<CharSequence, CharSequence>> fields = headers.iteratorCharSequence();
        while (fields.hasNext()) {
            if (AsciiString.contentEqualsIgnoreCase(fields.next().getKey(), name)) {
                count++;
            }
        }
        return count;
    }
}
