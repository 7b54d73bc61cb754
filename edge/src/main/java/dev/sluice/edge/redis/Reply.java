package dev.sluice.edge.redis;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.redis.ArrayRedisMessage;
import io.netty.handler.codec.redis.ErrorRedisMessage;
import io.netty.handler.codec.redis.FullBulkStringRedisMessage;
import io.netty.handler.codec.redis.IntegerRedisMessage;
import io.netty.handler.codec.redis.RedisMessage;
import io.netty.handler.codec.redis.SimpleStringRedisMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Redis answered to one command. The caller knows which of these its command gives. */
public sealed interface Reply {

    @SuppressWarnings("ArrayRecordComponent") // only carried on, never compared
    record Text(byte[] bytes) implements Reply {}

    record Count(long value) implements Reply {}

    record Many(List<Reply> replies) implements Reply {}

    record Nothing() implements Reply {}

    record Refused(String text) implements Reply {}

    /** A string, or null where there is none. */
    default @Nullable String text() {
        byte[] bytes = bytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The bytes of a string, or null where there is none. */
    default byte @Nullable [] bytes() {
        return switch (this) {
            case Text(byte[] bytes) -> bytes;
            case Nothing() -> null;
            case Count _, Many _, Refused _ -> throw unexpected();
        };
    }

    default long number() {
        if (this instanceof Count(long value)) {
            return value;
        }
        throw unexpected();
    }

    default List<Reply> many() {
        if (this instanceof Many(List<Reply> replies)) {
            return replies;
        }
        throw unexpected();
    }

    private RedisAway unexpected() {
        return new RedisAway("Redis answered with an unexpected " + this);
    }

    static Reply of(RedisMessage message) {
        return switch (message) {
            case FullBulkStringRedisMessage bulk ->
                bulk.isNull() ? new Nothing() : new Text(ByteBufUtil.getBytes(bulk.content()));
            case IntegerRedisMessage number -> new Count(number.value());
            case SimpleStringRedisMessage simple -> new Text(simple.content().getBytes(StandardCharsets.UTF_8));
            case ErrorRedisMessage error -> new Refused(error.content());
            case ArrayRedisMessage array ->
                array.isNull()
                        ? new Nothing()
                        : new Many(array.children().stream().map(Reply::of).toList());
            default -> new Refused("unknown kind of reply");
        };
    }
}
