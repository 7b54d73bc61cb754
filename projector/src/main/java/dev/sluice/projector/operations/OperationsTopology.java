package dev.sluice.projector.operations;

import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.operation.OperationOutcome.Refused;
import dev.sluice.schemas.operation.OperationOutcome.Succeeded;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import dev.sluice.schemas.wire.Message;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;

/** The outcome of each queued write. An operation ends once, so there is nothing to keep: a repeat says the same again. */
public final class OperationsTopology implements Supplier<Topology> {
    private final String outcomes;
    private final String view;

    public OperationsTopology(String outcomes, String view) {
        this.outcomes = outcomes;
        this.view = view;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();

        // A pack holds outcomes of many operations under any one of their keys.
        builder.stream(outcomes, Formats.packs().withName("outcomes"))
                .flatMap((key, pack) -> unpacked(pack), Named.as("unpack"))
                .to(view, Formats.view(OperationView.class).withName("view"));

        return builder.build();
    }

    private static List<KeyValue<String, OperationView>> unpacked(List<Message<?>> pack) {
        return pack.stream()
                .map(message -> view((OperationOutcome) message.data()))
                .map(view -> KeyValue.pair(view.id(), view))
                .toList();
    }

    private static OperationView view(OperationOutcome outcome) {
        return switch (outcome) {
            case Succeeded done ->
                new OperationView(
                        done.operationId(),
                        OperationStatus.SUCCEEDED,
                        done.entity(),
                        done.entityId(),
                        done.version(),
                        null,
                        done.at(),
                        done.amount());
            case Refused refused ->
                new OperationView(
                        refused.operationId(),
                        OperationStatus.REFUSED,
                        refused.entity(),
                        refused.entityId(),
                        null,
                        refused.reason(),
                        refused.at(),
                        null);
        };
    }
}
