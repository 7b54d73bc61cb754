package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where a document that is waited for comes by, and where it is when it came by before. */
interface Awaited {

    /** Gives what to run when nobody waits any more. Subscribe first and look once afterwards: nothing falls between. */
    Runnable subscribe(String id, EventLoop loop, Watcher watcher);

    /** Empty where it is not there, or cannot be looked for. */
    CompletableFuture<Optional<Document>> look(String id, EventLoop loop);
}
