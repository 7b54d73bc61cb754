package dev.sluice.edge.http1;

import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Why what a client sends is no request. Where it would end is unknown, so each of these ends the connection. */
final class Unsound {

    private Unsound() {}

    static Refusal of(String detail) {
        return Refusal.of(HttpResponseStatus.BAD_REQUEST, "This is not HTTP/1.1 as RFC 9112 has it: " + detail);
    }

    static Refusal lineTooLong(int most) {
        return Refusal.of(
                HttpResponseStatus.REQUEST_URI_TOO_LONG, "The request line may have up to " + most + " bytes.");
    }

    static Refusal fieldsTooLarge(int most) {
        return Refusal.of(
                HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                "The header fields may have up to " + most + " bytes together, and be up to " + Fields.MOST + ".");
    }

    static Refusal unknownVersion() {
        return Refusal.of(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "Speak HTTP/1.1.");
    }

    static Refusal unknownCoding() {
        return Refusal.of(HttpResponseStatus.NOT_IMPLEMENTED, "The only Transfer-Encoding that we know is chunked.");
    }
}
