package dev.sluice.edge.harness;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Projection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Puts documents into Redis as the projector's sink would. */
public final class Shelf {
    private final URI redis;

    /** The one of {@link Servers#completeRedis}. */
    public static Shelf complete() {
        Shelf shelf = new Shelf(Servers.completeRedis());
        shelf.command("SET", Projection.REDIS_EPOCH, "1");
        return shelf;
    }

    public Shelf(String url) {
        this.redis = URI.create(url);
    }

    public void put(Projection projection, String id, long version, Object view) {
        command(
                "HSET",
                projection.redisKey(Projection.FIRST_GENERATION, id),
                Projection.REDIS_VERSION,
                Long.toString(version),
                Projection.REDIS_DOCUMENT,
                Json.MAPPER.writeValueAsString(view));
    }

    /** How often Redis was asked this, by whomever. */
    public long calls(String command) {
        String script =
                "return tonumber(redis.call('INFO', 'commandstats'):match('cmdstat_" + command + ":calls=(%d+)') or 0)";
        String told = command("EVAL", script, "0").substring(1);
        return Long.parseLong(told);
    }

    /** The first line of the reply. */
    public String command(String... words) {
        try (Socket socket = new Socket(redis.getHost(), redis.getPort());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write(encode("SELECT", redis.getPath().substring(1)));
            socket.getOutputStream().write(encode(words));
            in.readLine();
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(String... words) {
        StringBuilder out = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            out.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
