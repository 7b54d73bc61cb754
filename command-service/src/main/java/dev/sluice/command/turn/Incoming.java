package dev.sluice.command.turn;

import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;

/** A message of a command topic at its place. */
public sealed interface Incoming {

    int partition();

    Position position();

    /** The place behind it. */
    Position next();

    /** Whom it concerns: the aggregate's id, as far as it can be made out. */
    String key();

    /** What of it is kept when it is parked: one structured CloudEvent, or whatever else was sent. */
    String content();

    record Legible(int partition, Position position, Position next, Message<?> message) implements Incoming {
        @Override
        public String key() {
            return message.subject();
        }

        @Override
        public String content() {
            return new String(MessageCodec.element(message), StandardCharsets.UTF_8);
        }
    }

    /** What cannot be carried out, now or ever, by this version: it is parked. */
    record Unworkable(int partition, Position position, Position next, String key, String content, String reason)
            implements Incoming {

        public static Unworkable of(Incoming input, String reason) {
            return new Unworkable(
                    input.partition(), input.position(), input.next(), input.key(), input.content(), reason);
        }
    }
}
