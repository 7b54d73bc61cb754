package dev.sluice.edge.waf;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.waf.rules.Rules;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.BitSet;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every route. The scores of all rules that speak up in a request are added; from the threshold on, it is
 * refused with 403, and the log says by which rules. The client learns only the incident's id: an attacker who is told the
 * rule knows what to change.
 */
public final class Waf {
    private static final Logger LOG = LoggerFactory.getLogger(Waf.class);

    private final WafSettings settings;
    private final Rules rules;
    private final LongAdder inspected = new LongAdder();
    private final LongAdder suspicious = new LongAdder();
    private final FastThreadLocal<Walk> walks = new FastThreadLocal<>() {
        @Override
        protected Walk initialValue() {
            return new Walk(new Inspector(rules));
        }
    };

    public Waf(WafSettings settings, Rules rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /** @param route as the table of routes has it; empty for what has none */
    public Filter before(String route) {
        BitSet excluded = excluded(route);
        return switch (settings.mode()) {
            case OFF -> next -> next;
            case DETECT ->
                next -> request -> {
                    suspects(request, route, excluded, "would be refused");
                    return next.handle(request);
                };
            case BLOCK ->
                next -> request -> {
                    if (suspects(request, route, excluded, "refused")) {
                        throw refusal(request);
                    }
                    return next.handle(request);
                };
        };
    }

    /** Requests looked at since the start. */
    public long inspected() {
        return inspected.sum();
    }

    /** Of these, how many reached the threshold. */
    public long suspicious() {
        return suspicious.sum();
    }

    private BitSet excluded(String route) {
        BitSet numbers = new BitSet();
        settings.exclusions().stream()
                .filter(exclusion -> exclusion.holdsFor(route))
                .forEach(exclusion -> exclusion.rules().forEach(id -> numbers.set(rules.number(id))));
        return numbers;
    }

    private boolean suspects(Request request, String route, BitSet excluded, String fate) {
        inspected.increment();
        Inspector inspector = walks.get().through(request, excluded);
        if (inspector.score() < settings.threshold()) {
            return false;
        }
        suspicious.increment();
        LOG.warn(
                "{} {} {}: score {} from {}; incident {}",
                request.method(),
                route.isEmpty() ? "to no route" : route,
                fate,
                inspector.score(),
                inspector.findings(),
                request.trace().id());
        return true;
    }

    private static Refusal refusal(Request request) {
        return Refusal.incident(
                HttpResponseStatus.FORBIDDEN,
                "suspicious-request",
                "Suspicious request",
                "This looks like an attack and was not carried out. If it was none, tell us the id in instance.",
                request.trace().id());
    }
}
