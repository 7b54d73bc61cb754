package dev.sluice.edge.exchange;

import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Trace;
import dev.sluice.edge.http.Visitor;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/** Follows the requests of a connection, one after the other, and tells the witness of each once. Confined to its event loop. */
public final class Account {
    private final Witness witness;
    private boolean open;
    private long begun;
    private String client = Exchange.UNKNOWN;
    private String method = Exchange.UNKNOWN;
    private String route = Exchange.UNKNOWN;
    private int status;
    private long bytes;
    private @Nullable Request request;

    public Account(Witness witness) {
        this.witness = witness;
    }

    /** @param now nanoseconds of any clock, the same as for {@link #ended} */
    public void begun(long now, Visitor from) {
        open = true;
        begun = now;
        client = from.address();
        method = Exchange.UNKNOWN;
        route = Exchange.UNKNOWN;
        status = Exchange.LEFT;
        bytes = 0;
        request = null;
    }

    /** @param pattern empty where no route has the path */
    public void matched(HttpMethod by, String pattern) {
        if (!pattern.isEmpty()) {
            method = by.name();
            route = pattern;
        }
    }

    public void understood(Request whole) {
        request = whole;
    }

    public void answered(HttpResponseStatus with) {
        status = with.code();
    }

    /** Some more of the answer's body. */
    public void sent(long more) {
        bytes += more;
    }

    /** @param whole whether all of the answer was given */
    public void ended(long now, boolean whole) {
        if (open) {
            open = false;
            Request over = request;
            request = null;
            Trace trace = over == null ? null : over.trace();
            witness.ended(new Exchange(client, method, route, status, bytes, now - begun, trace, whole));
            if (over != null) {
                over.over();
            }
        }
    }
}
