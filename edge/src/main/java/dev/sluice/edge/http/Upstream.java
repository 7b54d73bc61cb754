package dev.sluice.edge.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * A service that answers for us.
 *
 * @param name as clients are told it, for example {@code projector}
 * @param retry when to try again where it is not there
 */
public record Upstream(String name, Duration retry) {

    /** What to say of a call that failed. What is no failure of the call stays what it is. */
    public Throwable refusal(Throwable failure) {
        Throwable cause = Causes.of(failure);
        return switch (cause) {
            case ConnectException _, HttpConnectTimeoutException _ ->
                Refusal.unavailable("The " + name + " is not there.", retry);
            case HttpTimeoutException _ ->
                Refusal.of(HttpResponseStatus.GATEWAY_TIMEOUT, "The " + name + " took too long.");
            case IOException _ -> Refusal.of(HttpResponseStatus.BAD_GATEWAY, "The " + name + " broke off.");
            // Nobody is there to read it.
            case CancellationException _ -> Refusal.unavailable("The client did not wait.", retry);
            default -> cause;
        };
    }
}
