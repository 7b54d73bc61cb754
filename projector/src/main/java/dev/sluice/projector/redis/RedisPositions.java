package dev.sluice.projector.redis;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How far Redis has come with a view, kept in Redis itself: a hash with a field for each partition. */
final class RedisPositions {
    /** The field that names the log that the offsets belong to. */
    private static final String LOG = "log";

    private final RedisLink link;
    private final String key;

    RedisPositions(RedisLink link, String topic) {
        this.link = link;
        this.key = "sluice:position:" + topic;
    }

    String key() {
        return key;
    }

    Map<Integer, Long> read() {
        Map<Integer, Long> positions = new HashMap<>();
        link.ask(commands -> commands.hgetall(key)).forEach((field, value) -> {
            if (!field.equals(LOG)) {
                positions.put(Integer.valueOf(field), Long.valueOf(text(value)));
            }
        });
        return positions;
    }

    /** The log that Redis was filled from; where it is empty, it will have been this one. */
    String log(String thisOne) {
        link.tell(commands -> commands.hsetnx(key, LOG, thisOne.getBytes(StandardCharsets.UTF_8)));
        return text(link.ask(commands -> commands.hget(key, LOG)));
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
