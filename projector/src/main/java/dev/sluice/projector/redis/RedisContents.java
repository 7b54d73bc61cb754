package dev.sluice.projector.redis;

import dev.sluice.projector.log.View;
import dev.sluice.projector.verify.Contents;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** All keys with the generation's prefix. They are found by going through all keys, a thousand at a time. */
public final class RedisContents implements Contents {
    private static final int AT_A_TIME = 1_000;

    private final View view;
    private final RedisLink link;

    public RedisContents(View view, RedisLink link) {
        this.view = view;
        this.link = link;
    }

    @Override
    public String store() {
        return RedisStore.NAME;
    }

    @Override
    public Survey survey(int sample) {
        Reservoir found = new Reservoir(sample);
        scan(view.redisPrefix(), keys -> keys.forEach(found::add));
        return new Survey(found.seen, found.ids);
    }

    @Override
    public Map<String, byte[]> read(Collection<String> ids) {
        Map<String, byte[]> documents = new HashMap<>();
        for (String id : ids) {
            byte[] json = link.find(commands -> commands.hget(view.redisKey(id), Projection.REDIS_DOCUMENT));
            if (json != null) {
                documents.put(id, json);
            }
        }
        return documents;
    }

    @Override
    public void each(Consumer<Map<String, byte[]>> portion) {
        int prefix = view.redisPrefix().length();
        scan(
                view.redisPrefix(),
                keys -> portion.accept(
                        read(keys.stream().map(key -> key.substring(prefix)).toList())));
    }

    @Override
    public void delete() {
        delete(view.redisPrefix());
        delete(view.redisTakers(""));
        String positions = new RedisPositions(link, view.topic()).key();
        link.tell(commands -> commands.del(positions));
    }

    private void delete(String prefix) {
        scan(prefix, keys -> {
            if (!keys.isEmpty()) {
                link.tell(commands -> commands.unlink(keys.toArray(String[]::new)));
            }
        });
    }

    private void scan(String prefix, Consumer<List<String>> portion) {
        ScanArgs mine = ScanArgs.Builder.matches((prefix + "*").getBytes(StandardCharsets.UTF_8))
                .limit(AT_A_TIME);
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            ScanCursor from = cursor;
            KeyScanCursor<String> found = link.ask(commands -> commands.scan(from, mine));
            portion.accept(found.getKeys());
            cursor = found;
        } while (!cursor.isFinished());
    }

    @Override
    public void close() {
        link.close();
    }

    /** So many of all, each as likely as any other (algorithm R). A key may come by twice while Redis rehashes: that is rare. */
    private final class Reservoir {
        private final SplittableRandom random = new SplittableRandom();
        private final List<String> ids = new ArrayList<>();
        private final int most;
        private long seen;

        Reservoir(int most) {
            this.most = most;
        }

        void add(String key) {
            seen++;
            String id = key.substring(view.redisPrefix().length());
            if (ids.size() < most) {
                ids.add(id);
            } else if (most > 0) {
                long place = random.nextLong(seen);
                if (place < most) {
                    ids.set((int) place, id);
                }
            }
        }
    }
}
