package dev.sluice.edge.http;

import java.util.concurrent.CompletionException;

/** What went wrong, without what futures wrap around it. */
public final class Causes {

    private Causes() {}

    public static Throwable of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
