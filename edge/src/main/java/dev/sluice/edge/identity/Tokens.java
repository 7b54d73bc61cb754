package dev.sluice.edge.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.Refusal;
import io.netty.channel.EventLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Verified tokens, so that each is verified once. The first time costs a signature (65 µs of RSA) and perhaps a call to
 * the issuer, so it happens away from the event loops.
 */
public final class Tokens implements AutoCloseable {
    /** As many as a crowd at a flash sale has; each takes some 300 bytes. */
    private static final long MOST = 100_000;
    /** A longer one is no token of our issuer. */
    private static final int LONGEST = 8 * 1024;

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final TokenVerifier verifier;
    private final Clock clock;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<TokenDigest, Caller> verified = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    public Tokens(TokenVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Completed on the loop; exceptionally with a {@link Refusal} where the token is worth nothing. */
    CompletableFuture<Caller> verify(String token, EventLoop loop) {
        if (token.length() > LONGEST) {
            throw Bearer.invalid("The token is too long.");
        }
        TokenDigest digest = TokenDigest.of(token);
        Caller known = verified.getIfPresent(digest);
        if (known != null && clock.instant().isBefore(known.expires())) {
            return CompletableFuture.completedFuture(known);
        }
        return OnLoop.resume(CompletableFuture.supplyAsync(() -> verifyNow(token, digest), workers), loop);
    }

    private Caller verifyNow(String token, TokenDigest digest) {
        try {
            Caller caller = verifier.verify(token);
            verified.put(digest, caller);
            return caller;
        } catch (TokenVerifier.BadToken e) {
            throw Bearer.invalid(e.why());
        } catch (KeySourceException _) {
            throw Refusal.unavailable("The issuer of tokens cannot be reached, so this one cannot be checked.", RETRY);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
