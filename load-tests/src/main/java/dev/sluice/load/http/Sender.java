package dev.sluice.load.http;

import java.net.http.HttpRequest;
import java.util.function.Supplier;

/** Sends a request and brings the answer, once or with patience. */
public interface Sender {

    /**
     * @param request builds the request anew for each attempt, since its token may have run out
     * @throws Unreachable where nobody answers
     */
    Answer send(Supplier<HttpRequest> request);

    /** Nobody answered: refused, reset, timed out. Whether the request took effect is unknown. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
