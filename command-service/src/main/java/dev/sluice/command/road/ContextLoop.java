package dev.sluice.command.road;

import dev.sluice.command.health.Health;
import dev.sluice.command.inbox.ForeignLog;
import dev.sluice.command.kafka.Worker;
import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A context at work, on one thread: poll, claim what is new, carry out turns. Whatever goes wrong outside of a message is waited
 * out: it keeps polling, so that the group keeps it, and goes on from the positions that the database names.
 */
public final class ContextLoop implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(ContextLoop.class);

    /** Bounds how late a deadline is noticed when nothing else happens. */
    private static final Duration IDLE = Duration.ofMillis(200);

    private static final int RESTS_PER_TURN = 2;
    private static final Duration LONGEST_LINGER = Duration.ofMillis(20);

    /** Enough for a fetch that the broker answers at once. */
    private static final Duration ROUND_TRIP = Duration.ofMillis(3);

    private static final Duration BACKOFF = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(3);

    private final RoadSettings settings;
    private final ContextStore store;
    private final Health health;
    private final Pacer pacer;
    private volatile boolean stopping;
    private volatile @Nullable CommandFeed feed;
    private long lastTurn;
    private long turnTook;
    private long lastContact;

    public ContextLoop(RoadSettings settings, ContextStore store, Health health, Pacer pacer) {
        this.settings = settings;
        this.store = store;
        this.health = health;
        this.pacer = pacer;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public void run() {
        while (!stopping) {
            try (CommandFeed open = new CommandFeed(settings, store::released)) {
                feed = open;
                follow(open);
            } catch (ForeignLog e) {
                health.stopped(String.valueOf(e.getMessage()));
                return;
            } catch (RuntimeException e) {
                health.down(Outage.firstLine(e));
                LOG.debug("{}: the feed broke", settings.name(), e);
                LockSupport.parkNanos(BACKOFF.toNanos());
            }
        }
    }

    /** Finishes the turn in hand and leaves the group. */
    @Override
    public void stop() {
        stopping = true;
        CommandFeed open = feed;
        if (open != null) {
            open.wakeup();
        }
    }

    private void follow(CommandFeed open) {
        Duration patience = IDLE;
        while (!stopping) {
            try {
                cycle(open, patience);
                patience = IDLE;
            } catch (WakeupException e) {
                LOG.debug("{}: woken", settings.name());
            } catch (ForeignLog e) {
                throw e;
            } catch (InvalidOffsetException e) {
                throw lostLog(e);
            } catch (RuntimeException e) {
                health.down(Outage.firstLine(e));
                LOG.debug("{}: an outage", settings.name(), e);
                open.surrender();
                patience = BACKOFF;
            }
        }
    }

    private void cycle(CommandFeed open, Duration patience) {
        List<Incoming> inputs = poll(open, patience);
        if (!open.unclaimed().isEmpty()) {
            open.claimed(store.claim(open.unclaimed()));
        }
        if (inputs.isEmpty()) {
            rest();
        } else {
            carryOut(open, inputs);
        }
        open.report();
        if (!open.hasJoined()) {
            health.down("Kafka has not assigned any partition yet");
        } else if (open.unclaimed().isEmpty()) {
            store.migrate();
            health.up();
        }
    }

    /**
     * Under load, waits a little for more: a turn costs much the same for a few messages as for many. It waits the longer the
     * longer turns take, so that a busy machine makes larger turns and not more of them. Then it asks twice: the broker has
     * answered the first fetch as soon as there was anything, and only the second one tells of what has come since.
     */
    private List<Incoming> poll(CommandFeed open, Duration patience) {
        List<Incoming> inputs = open.poll(patience);
        long paced = pacer.ahead();
        long linger =
                Math.max(settings.linger().toNanos(), Math.min(RESTS_PER_TURN * turnTook, LONGEST_LINGER.toNanos()));
        long rest = Math.max(paced, lastTurn + linger - System.nanoTime());
        int enough = paced > 0 ? settings.maxMessages() : settings.worthwhile();
        if (inputs.isEmpty() || inputs.size() >= enough || rest <= 0) {
            return inputs;
        }
        LockSupport.parkNanos(rest);
        List<Incoming> more = new ArrayList<>(inputs);
        more.addAll(open.poll(Duration.ZERO));
        more.addAll(open.poll(ROUND_TRIP));
        return more;
    }

    private void carryOut(CommandFeed open, List<Incoming> inputs) {
        long start = System.nanoTime();
        for (int from = 0; from < inputs.size() && pacer.await(() -> stopping); from += settings.maxMessages()) {
            List<Incoming> turn = inputs.subList(from, Math.min(inputs.size(), from + settings.maxMessages()));
            store.carryOut(turn);
            open.carriedOut(turn);
        }
        lastTurn = System.nanoTime();
        turnTook = lastTurn - start;
        lastContact = lastTurn;
    }

    private void rest() {
        if (store.isDue() && pacer.await(() -> stopping)) {
            store.carryOut(List.of());
        } else if (System.nanoTime() - lastContact > REST.toNanos()) {
            store.probe();
            lastContact = System.nanoTime();
        }
    }

    private ForeignLog lostLog(InvalidOffsetException e) {
        return new ForeignLog(settings.name() + " stops: its inbox names positions that " + e.partitions()
                + " do not hold (any more). What was between is lost to it; to go on with what is there, run in the schema of "
                + settings.name() + ": DELETE FROM inbox WHERE topic = '" + settings.topic() + "'");
    }
}
