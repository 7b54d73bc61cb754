package dev.sluice.edge.limits.address;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Visitor;
import dev.sluice.edge.limits.quota.Gcra;
import dev.sluice.edge.server.Door;
import dev.sluice.edge.server.Peer;
import dev.sluice.edge.settings.LimitSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Counts connections, and limits the requests of an address before anything is read of them but their head. */
public final class Doorman implements Door {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LimitSettings.Address limits;
    private final Networks trusted;
    private final Networks proxies;
    private final LongSupplier clock;
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final Cache<String, Gcra> requests;
    private final Counter refusedConnections;
    private final Counter refusedRequests;

    public Doorman(LimitSettings settings, LongSupplier clock, MeterRegistry meters) {
        this.limits = settings.address();
        this.trusted = new Networks(settings.trusted());
        this.proxies = new Networks(settings.proxies());
        this.clock = clock;
        this.requests = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(settings.clients())
                .expireAfterAccess(limits.requests().window())
                .build();
        this.refusedConnections = refused("connections", meters);
        this.refusedRequests = refused("address", meters);
    }

    private static Counter refused(String reason, MeterRegistry meters) {
        return Counter.builder("sluice.edge.refused")
                .description("What limits did not let pass")
                .tag("reason", reason)
                .tag("traffic", "all")
                .register(meters);
    }

    @Override
    public boolean enters(Peer peer) {
        if (total.incrementAndGet() <= limits.total() && entersFrom(peer)) {
            return true;
        }
        total.decrementAndGet();
        refusedConnections.increment();
        return false;
    }

    private boolean entersFrom(Peer peer) {
        InetAddress address = peer.address();
        if (address == null || isFree(address)) {
            return true;
        }
        String from = Networks.shared(address);
        if (connections.merge(from, 1, Integer::sum) <= limits.connections()) {
            return true;
        }
        release(from);
        return false;
    }

    @Override
    public void left(Peer peer) {
        total.decrementAndGet();
        InetAddress address = peer.address();
        if (address != null && !isFree(address)) {
            release(Networks.shared(address));
        }
    }

    private void release(String from) {
        connections.computeIfPresent(from, (_, open) -> open == 1 ? null : open - 1);
    }

    /** Behind a proxy, connections are the proxy's. */
    private boolean isFree(InetAddress address) {
        return trusted.contain(address) || proxies.contain(address);
    }

    @Override
    public Visitor visitor(Peer peer, HttpHeaders headers) {
        InetAddress address = peer.address();
        if (address == null) {
            return Visitor.UNKNOWN;
        }
        InetAddress client = speaksForOthers(peer) ? Hops.client(headers, proxies) : null;
        InetAddress from = client == null ? address : client;
        return new Visitor(from.getHostAddress(), Networks.shared(from), trusted.contain(from));
    }

    @Override
    public boolean speaksForOthers(Peer peer) {
        InetAddress address = peer.address();
        return address != null && proxies.contain(address);
    }

    @Override
    public void admit(Visitor visitor) {
        if (visitor.trusted()) {
            return;
        }
        long now = clock.getAsLong();
        long wait = requests.get(visitor.network(), _ -> new Gcra(limits.requests(), now))
                .takeOrWait(now);
        if (wait > 0) {
            refusedRequests.increment();
            long seconds = Math.ceilDiv(wait, SECOND);
            throw Refusal.of(
                            HttpResponseStatus.TOO_MANY_REQUESTS,
                            "address-limit",
                            "Too many requests from this address",
                            "Slow down: this address may make " + limits.requests() + ". Try again in " + seconds
                                    + " s.")
                    .with(HttpHeaderNames.RETRY_AFTER, seconds);
        }
    }
}
