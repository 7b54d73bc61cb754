package dev.sluice.edge.redis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Redis URL says: {@code redis[s]://[[user]:password@]host[:port][/database]}. */
public record RedisAddress(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        int database) {
    private static final int DEFAULT_PORT = 6379;

    /** Throws IllegalArgumentException that says what is wrong. */
    public static RedisAddress parse(String url) {
        URI uri = URI.create(url);
        boolean tls = "rediss".equals(uri.getScheme());
        if (uri.getHost() == null || !(tls || "redis".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("a Redis URL is redis[s]://[[user]:password@]host[:port][/database]");
        }
        String secret = uri.getUserInfo();
        int colon = secret == null ? -1 : secret.indexOf(':');
        return new RedisAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                tls,
                secret == null || colon <= 0 ? null : secret.substring(0, colon),
                secret == null ? null : secret.substring(colon + 1),
                database(uri.getPath()));
    }

    /** What must be said before anything else; the last word proves that Redis is awake. */
    List<String[]> greeting() {
        List<String[]> greeting = new ArrayList<>();
        if (password != null) {
            greeting.add(user == null ? new String[] {"AUTH", password} : new String[] {"AUTH", user, password});
        }
        if (database != 0) {
            greeting.add(new String[] {"SELECT", Integer.toString(database)});
        }
        greeting.add(new String[] {"PING"});
        return greeting;
    }

    private static int database(@Nullable String path) {
        return path == null || path.length() <= 1 ? 0 : Integer.parseInt(path.substring(1));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
