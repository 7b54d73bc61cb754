package dev.sluice.projector.deadletters;

import static java.util.Objects.requireNonNull;

import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.wire.Message;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of each letter, and passes it on with every fact. */
final class FoldLetters implements Processor<String, List<Message<?>>, String, DeadLetterView> {
    private @Nullable ProcessorContext<String, DeadLetterView> context;
    private @Nullable KeyValueStore<String, DeadLetterView> letters;

    @Override
    public void init(ProcessorContext<String, DeadLetterView> context) {
        this.context = context;
        this.letters = context.getStateStore(DeadLettersTopology.STORE);
    }

    @Override
    public void process(Record<String, List<Message<?>>> pack) {
        for (Message<?> message : pack.value()) {
            ParkingFact fact = (ParkingFact) message.data();
            KeyValueStore<String, DeadLetterView> known = requireNonNull(letters);
            DeadLetterView letter = LetterFold.after(known.get(fact.letterId()), fact);
            if (letter != null) {
                known.put(letter.id(), letter);
                requireNonNull(context).forward(new Record<>(letter.id(), letter, pack.timestamp(), pack.headers()));
            }
        }
    }
}
