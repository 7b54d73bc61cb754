package dev.sluice.edge.exchange;

import dev.sluice.edge.http.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A request that has ended. Holds nothing that the client made up, but what was checked: no path, no query, no token.
 *
 * @param client the address that the request is held to come from
 * @param method {@link #UNKNOWN} where no route was found
 * @param route the pattern of the route, or {@link #UNKNOWN}
 * @param status what the client was told, {@link #LEFT} where it did not wait for that
 * @param bytes of the body
 * @param nanos from the end of the request's head to the end of the answer
 * @param trace whose id the request's commands carry too; null where it was no request that could have any
 * @param whole false where the connection ended before the answer did
 */
public record Exchange(
        String client,
        String method,
        String route,
        int status,
        long bytes,
        long nanos,
        @Nullable Trace trace,
        boolean whole) {
    public static final String UNKNOWN = "unknown";

    /** As nginx counts those who left. */
    public static final int LEFT = 499;
}
