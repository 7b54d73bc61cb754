package dev.sluice.projector.grabs;

import dev.sluice.projector.log.Formats;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.view.GrabView;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Campaigns and red envelopes, and each place of theirs that a customer has. */
public final class GrabsTopology implements Supplier<Topology> {
    static final String OFFERS = "offers";
    static final String PLACES = "places";
    static final String HOLDERS = "holders";

    private final String facts;
    private final String view;

    public GrabsTopology(String facts, String view) {
        this.facts = facts;
        this.view = view;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();

        builder.addStateStore(store(OFFERS, KnownOffer.class));
        builder.addStateStore(store(PLACES, Instant.class));
        builder.addStateStore(store(HOLDERS, String.class));

        // All facts of a campaign are in one partition, and so is whatever is kept of it.
        builder.stream(facts, Formats.facts(Payload.class).withName("facts"))
                .process(FoldGrabs::new, Named.as("fold"), OFFERS, PLACES, HOLDERS)
                .to(view, Formats.view(GrabView.class).withName("view"));

        return builder.build();
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Formats.KEY, Formats.json(type))
                .withCachingDisabled();
    }
}
