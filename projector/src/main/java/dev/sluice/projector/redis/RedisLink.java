package dev.sluice.projector.redis;

import static java.util.Objects.requireNonNull;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.sink.StoreUnavailable;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, made when it is needed and given up at the first sign of trouble: nothing may pile up before a
 * server that hangs. Not for use by several threads at once. Every call throws {@link StoreUnavailable} where Redis does
 * not answer.
 */
public final class RedisLink implements AutoCloseable {
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisClient client;
    private final RedisURI uri;
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

    public RedisLink(RedisClient client, RedisURI uri) {
        this.client = client;
        this.uri = uri;
    }

    /** Runs a command that has an answer. What Redis refuses to do counts as unavailable too. */
    <T> T ask(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        return requireNonNull(done(command).join());
    }

    /** Runs a command whose answer may be nothing. What Redis refuses to do counts as unavailable too. */
    <T> @Nullable T find(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        return done(command).join();
    }

    /** Runs a command for its effect. What Redis refuses to do counts as unavailable too. */
    <T> void tell(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        done(command).join();
    }

    private <T> CompletableFuture<T> done(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        StatefulRedisConnection<String, byte[]> open = connection();
        RedisFuture<T> future = command.apply(open.async());
        open.flushCommands();
        CompletableFuture<T> answer = settled(future);
        if (answer.state() == Future.State.FAILED) {
            throw unavailable(answer.exceptionNow());
        }
        return answer;
    }

    /** Runs a script once for each call, all in one round trip. */
    List<Answer> run(Script script, List<Call> calls) {
        List<CompletableFuture<Long>> answers = send(script, calls);
        if (answers.stream().anyMatch(RedisLink::lacksScript)) {
            tell(commands -> commands.scriptLoad(script.text()));
            answers = send(script, calls);
        }
        return answers.stream().map(RedisLink::answer).toList();
    }

    private List<CompletableFuture<Long>> send(Script script, List<Call> calls) {
        StatefulRedisConnection<String, byte[]> open = connection();
        List<RedisFuture<Long>> futures = calls.stream()
                .map(call -> open.async()
                        .<Long>evalsha(script.digest(), ScriptOutputType.INTEGER, call.keys(), call.arguments()))
                .toList();
        open.flushCommands();
        return futures.stream().map(this::settled).toList();
    }

    /** An answer, be it an error that Redis gave. Anything else ends the connection. */
    private <T> CompletableFuture<T> settled(RedisFuture<T> future) {
        try {
            if (!future.await(uri.getTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw gone(
                        new StoreUnavailable("no answer for " + uri.getTimeout().toMillis() + " ms"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone(e);
        }
        CompletableFuture<T> settled = future.toCompletableFuture();
        if (settled.state() == Future.State.FAILED
                && !(settled.exceptionNow() instanceof RedisCommandExecutionException)) {
            throw gone(settled.exceptionNow());
        }
        return settled;
    }

    private static boolean lacksScript(CompletableFuture<Long> answer) {
        return answer.state() == Future.State.FAILED && answer.exceptionNow() instanceof RedisNoScriptException;
    }

    private static Answer answer(CompletableFuture<Long> settled) {
        return settled.state() == Future.State.FAILED
                ? new Answer(0, Condition.reason(settled.exceptionNow()))
                : new Answer(settled.join(), null);
    }

    private StatefulRedisConnection<String, byte[]> connection() {
        StatefulRedisConnection<String, byte[]> known = connection;
        if (known != null && known.isOpen()) {
            return known;
        }
        close();
        try {
            StatefulRedisConnection<String, byte[]> fresh = client.connect(CODEC, uri);
            fresh.setAutoFlushCommands(false);
            connection = fresh;
            return fresh;
        } catch (RedisException e) {
            throw unavailable(e);
        }
    }

    private StoreUnavailable gone(Throwable cause) {
        close();
        return unavailable(cause);
    }

    private StoreUnavailable unavailable(Throwable cause) {
        return new StoreUnavailable(
                "Redis at " + uri.getHost() + ":" + uri.getPort() + ": " + Condition.reason(cause), cause);
    }

    @Override
    public void close() {
        StatefulRedisConnection<String, byte[]> known = connection;
        connection = null;
        if (known != null) {
            CompletableFuture<Void> _ = known.closeAsync();
        }
    }
}
