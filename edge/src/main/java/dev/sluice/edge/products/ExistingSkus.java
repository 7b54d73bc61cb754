package dev.sluice.edge.products;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.sluice.control.Live;
import dev.sluice.edge.log.ViewListener;
import dev.sluice.edge.log.WholeView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells made-up SKUs without asking anybody: a Bloom filter (Bloom 1970) of those in the view of product pages, read once from its
 * topic and kept by the log's tail. Where the tail may have missed something, or another generation becomes live, it is read anew; until
 * then every SKU may exist.
 */
public final class ExistingSkus implements ViewListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExistingSkus.class);
    /** Of the made-up ones, so many pass. A SKU takes 14 bits. */
    private static final double PASS = 0.001;
    /** So many new products, before it has to be read anew. */
    private static final int SPARE = 100_000;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Supplier<@Nullable Live> live;
    private final WholeView view;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Reading latest;

    /** @param live the generation of product pages to read now, null where that is not known */
    public ExistingSkus(Supplier<@Nullable Live> live, WholeView view) {
        this.live = live;
        this.view = view;
    }

    /** One reading of the view, and what came since. */
    private static final class Reading {
        private final Live of;
        private final AtomicLong added = new AtomicLong();
        private volatile @Nullable BloomFilter<CharSequence> filter;
        private volatile long room = Long.MAX_VALUE;
        private volatile boolean whole;

        Reading(Live of) {
            this.of = of;
        }

        void make(long most) {
            room = most + SPARE;
            filter = BloomFilter.create(Funnels.stringFunnel(StandardCharsets.UTF_8), room, PASS);
        }

        void add(String sku) {
            BloomFilter<CharSequence> known = filter;
            if (known != null && known.put(sku)) {
                added.incrementAndGet();
            }
        }

        boolean isFull() {
            return added.get() > room;
        }

        boolean mayHave(String sku) {
            BloomFilter<CharSequence> known = filter;
            return !whole || known == null || known.mightContain(sku);
        }
    }

    /** False only for what certainly does not exist. */
    public boolean mayExist(String sku) {
        Reading reading = latest;
        return reading == null || reading.mayHave(sku);
    }

    /** Whether made-up SKUs are told from others. */
    public boolean ready() {
        Reading reading = latest;
        return reading != null && reading.whole;
    }

    @Override
    public void seen(String sku, long version, byte @Nullable [] document) {
        Reading reading = latest;
        if (reading != null && document != null) {
            reading.add(sku);
            if (reading.isFull()) {
                missed();
            }
        }
    }

    /** What comes from now on is seen, so the view need be read only to where it ends now. */
    @Override
    public void missed() {
        Live now = live.get();
        Reading reading = now == null ? null : new Reading(now);
        latest = reading;
        if (reading != null) {
            Thread.ofPlatform().name("edge-skus").daemon().start(() -> read(reading));
        }
    }

    /** To be told that another generation may be live. */
    public void look() {
        Reading reading = latest;
        if (reading != null && !reading.of.equals(live.get())) {
            latest = null;
        }
    }

    private void read(Reading reading) {
        try {
            while (isWanted(reading) && !attempt(reading)) {
                var _ = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(Reading reading) {
        try {
            reading.whole = view.read(reading.of.topic(), () -> isWanted(reading), reading::make, reading::add);
            if (reading.whole) {
                LOG.info("Knows the {} SKUs of {}", reading.added, reading.of.topic());
            }
            return true;
        } catch (KafkaException e) {
            LOG.warn("Made-up SKUs cannot be told yet: {}", e.getMessage());
            return false;
        }
    }

    private boolean isWanted(Reading reading) {
        return closed.getCount() > 0 && reading.equals(latest);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
