package dev.sluice.projector.deadletters;

import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.view.DeadLetterView;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** Each message that could not be carried out: from when it was parked until it is released, and who saw to it. */
public final class DeadLettersTopology implements Supplier<Topology> {
    static final String STORE = "dead-letters";

    private final String facts;
    private final String view;

    public DeadLettersTopology(String facts, String view) {
        this.facts = facts;
        this.view = view;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();

        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Formats.KEY, Formats.json(DeadLetterView.class))
                .withCachingDisabled());

        // A pack holds facts of many letters, all of which belong to its partition: nothing has to move.
        builder.stream(facts, Formats.packs().withName("facts"))
                .process(FoldLetters::new, Named.as("fold"), STORE)
                .to(view, Formats.view(DeadLetterView.class).withName("view"));

        return builder.build();
    }
}
