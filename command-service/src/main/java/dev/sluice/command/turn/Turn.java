package dev.sluice.command.turn;

import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.wire.Message;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** What one turn has taken in and come to so far. */
public final class Turn {

    private final String context;
    private final String log;
    private final Connection connection;
    private final List<Incoming> inputs;
    private final Instant startedAt;
    private final List<EventMessage<?>> events = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    /**
     * @param context which one it is of
     * @param log names the log that the inputs' positions are in
     */
    public Turn(String context, String log, Connection connection, List<Incoming> inputs, Instant startedAt) {
        this.context = context;
        this.log = log;
        this.connection = connection;
        this.inputs = List.copyOf(inputs);
        this.startedAt = startedAt;
    }

    /** A message with its topic. */
    public record Sent(String topic, Message<?> message) {}

    /** Inside the turn's transaction. */
    public Connection connection() {
        return connection;
    }

    public List<Incoming> inputs() {
        return inputs;
    }

    public Stream<Incoming.Legible> legible() {
        return inputs.stream().filter(Incoming.Legible.class::isInstance).map(Incoming.Legible.class::cast);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public void add(List<? extends EventMessage<?>> more) {
        events.addAll(more);
    }

    public List<EventMessage<?>> events() {
        return events;
    }

    /** Its events' facts of one kind, in their order. */
    public <F> Stream<F> facts(Class<F> kind) {
        return events.stream()
                .map(EventMessage::getPayload)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Ids derive from the cause, so that a message which has to be sent again has the same one. */
    void send(List<Outgoing> messages, Incoming.Legible cause) {
        int index = 0;
        for (Outgoing message : messages) {
            String id = cause.name() + "." + index++;
            send(message, cause.partition(), id, cause.message().traceparent());
        }
    }

    /** @param id unique among all messages of the partition */
    public void send(Outgoing message, int partition, String id, @Nullable String traceparent) {
        String source = "/" + context + "/" + partition + "/" + log;
        sent.add(new Sent(
                message.topic(), new Message<>(id, source, message.key(), startedAt, traceparent, message.payload())));
    }

    public List<Sent> sent() {
        return sent;
    }
}
