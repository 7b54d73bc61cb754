package dev.sluice.edge.limits.quota;

import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/** The limit of one client for one kind of request. Safe for all event loops. */
@FunctionalInterface
public interface Limit {
    /** Never fails and never takes longer than the patience with Redis. May be completed on another loop. */
    CompletableFuture<Verdict> ask(EventLoop loop);
}
