package dev.sluice.projector.redis;

import dev.sluice.control.Live;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Says in Redis which generations are live: for an edge that starts while Kafka is away, and nobody else. */
public final class RedisMirror {
    private final RedisLink link;

    public RedisMirror(RedisLink link) {
        this.link = link;
    }

    /** Throws {@link dev.sluice.projector.sink.StoreUnavailable}. */
    public void show(Collection<Live> live) {
        Map<String, byte[]> entries = new HashMap<>();
        live.forEach(
                one -> entries.put(one.projection().redisLive(), one.mirror().getBytes(StandardCharsets.UTF_8)));
        if (!entries.isEmpty()) {
            link.tell(commands -> commands.mset(entries));
        }
    }
}
