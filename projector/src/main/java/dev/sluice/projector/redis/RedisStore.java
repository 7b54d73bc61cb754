package dev.sluice.projector.redis;

import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.Document;
import dev.sluice.projector.sink.Position;
import dev.sluice.projector.sink.Refusal;
import dev.sluice.projector.sink.Store;
import dev.sluice.projector.sink.StoreDiverged;
import dev.sluice.projector.sink.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The documents of a view as hashes with the fields {@code version} and {@code doc}. */
public final class RedisStore implements Store {
    static final String NAME = "redis";

    private static final byte[] NOTHING = {};
    private static final String WRONG_TYPE = "WRONGTYPE";

    private final View view;
    private final RedisLink link;
    private final RedisPositions positions;
    private final String epoch;
    private final BooleanSupplier live;
    private final Supplier<String> log;

    /**
     * @param epoch the key that says that Redis holds all views
     * @param live whether readers read this one: what others lack is nobody's business
     * @param log the id of the view's topic: offsets of another topic mean nothing here
     */
    public RedisStore(View view, RedisLink link, String epoch, BooleanSupplier live, Supplier<String> log) {
        this.view = view;
        this.link = link;
        this.positions = new RedisPositions(link, view.topic());
        this.epoch = epoch;
        this.live = live;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Integer, Long> positions(Set<Integer> partitions) {
        String thisLog = log.get();
        if (!positions.log(thisLog).equals(thisLog)) {
            throw new StoreUnavailable("Redis was filled from another log than this Kafka's " + view.topic()
                    + ": empty it (FLUSHDB), or point SLUICE_KAFKA_BOOTSTRAP at that log");
        }
        Map<Integer, Long> found = positions.read();
        found.keySet().retainAll(partitions);
        return found;
    }

    @Override
    public List<Refusal> write(Collection<Document> documents) {
        List<Document> sent = List.copyOf(documents);
        List<Answer> answers =
                link.run(Script.KEEP, sent.stream().map(this::keep).toList());
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String error = answers.get(i).error();
            if (error != null) {
                refusals.add(refusal(sent.get(i), error));
            }
        }
        return refusals;
    }

    @Override
    public void advance(Collection<Position> moves) {
        List<Position> sent = List.copyOf(moves);
        List<Answer> answers =
                link.run(Script.ADVANCE, sent.stream().map(this::advance).toList());
        for (int i = 0; i < sent.size(); i++) {
            Position move = sent.get(i);
            Answer answer = answers.get(i);
            if (answer.error() != null) {
                throw new StoreUnavailable("Redis: " + answer.error());
            }
            if (answer.value() != move.from()) {
                throw new StoreDiverged("it was left at " + move.from() + " of partition " + move.partition()
                        + " and is found at " + answer.value());
            }
        }
    }

    @Override
    public void incomplete() {
        if (live.getAsBoolean()) {
            link.tell(commands -> commands.del(epoch));
        }
    }

    private Call keep(Document document) {
        Call call = Call.of(view.redisKey(document.id()), document.version())
                .with(document.json() == null ? NOTHING : document.json());
        Taker taker = Taker.of(view, document);
        return taker == null
                ? call
                : call.on(taker.set()).with(taker.customerId()).with(taker.score());
    }

    private Call advance(Position move) {
        return Call.of(positions.key(), move.partition(), move.from(), move.to());
    }

    /** A key that somebody else uses for something else is one document's trouble; every other error is Redis's. */
    private static Refusal refusal(Document document, String error) {
        if (error.contains(WRONG_TYPE)) {
            return new Refusal(document.id(), error);
        }
        throw new StoreUnavailable("Redis: " + error);
    }

    @Override
    public void close() {
        link.close();
    }
}
