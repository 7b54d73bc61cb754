package dev.sluice.projector.log;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers as text. */
final class HeaderText {

    private HeaderText() {}

    static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String required(Headers headers, String name) {
        String text = optional(headers, name);
        if (text == null) {
            throw new SerializationException("record without the header " + name);
        }
        return text;
    }
}
