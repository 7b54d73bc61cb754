package dev.sluice.command.turn;

import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message of a command topic at its place, or one that was set aside before and is to be carried out now. */
public sealed interface Incoming {

    int partition();

    Position position();

    /** The place behind it. */
    Position next();

    /** Of the table of parked messages, where it was set aside; null for one that comes from the topic. */
    @Nullable
    Long row();

    /** Whom it concerns: the aggregate's id, as far as it can be made out. */
    String key();

    /** What of it is kept when it is parked: one structured CloudEvent, or whatever else was sent. */
    String content();

    record Legible(
            int partition,
            Position position,
            Position next,
            @Nullable Long row,
            Message<?> message) implements Incoming {

        public Legible(int partition, Position position, Position next, Message<?> message) {
            this(partition, position, next, null, message);
        }

        @Override
        public String key() {
            return message.subject();
        }

        @Override
        public String content() {
            return new String(MessageCodec.element(message), StandardCharsets.UTF_8);
        }

        /** Unique in its partition: what it causes is named after it. */
        String name() {
            return row == null ? position.toString() : "parked." + row;
        }
    }

    /** What cannot be carried out, now or ever, by this version: it is parked. */
    record Unworkable(
            int partition,
            Position position,
            Position next,
            @Nullable Long row,
            String key,
            String content,
            String reason)
            implements Incoming {

        public Unworkable(int partition, Position position, Position next, String key, String content, String reason) {
            this(partition, position, next, null, key, content, reason);
        }

        public static Unworkable of(Incoming input, String reason) {
            return new Unworkable(
                    input.partition(),
                    input.position(),
                    input.next(),
                    input.row(),
                    input.key(),
                    input.content(),
                    reason);
        }
    }
}
