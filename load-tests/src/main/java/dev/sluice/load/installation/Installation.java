package dev.sluice.load.installation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a running Sluice.
 *
 * @param home data, logs and secrets of the instance
 * @param kafka bootstrap servers
 * @param mysql read by the reconciliation only
 */
public record Installation(URI edge, URI issuer, Path home, MySql mysql, URI redis, URI elasticsearch, String kafka) {

    private static final String CONTEXT_URL = "SLUICE_MYSQL_URLS_";

    /**
     * @param url JDBC, without schema and parameters
     * @param urls of servers that contexts have for themselves, by the contexts' names
     */
    public record MySql(String url, Map<String, String> urls, String user, String password) {

        public String urlOf(String context) {
            return urls.getOrDefault(context, url);
        }
    }

    /** Reads the variables that the launcher sets; each has the launcher's default. */
    public static Installation of(Map<String, String> env) {
        return new Installation(
                uri(env, "SLUICE_EDGE_URL", "http://127.0.0.1:8080"),
                uri(env, "SLUICE_ISSUER_URL", "http://127.0.0.1:9000"),
                Path.of(env.getOrDefault("SLUICE_HOME", ".sluice")).toAbsolutePath(),
                new MySql(
                        env.getOrDefault("SLUICE_MYSQL_URL", "jdbc:mysql://127.0.0.1:23306"),
                        contextsOwn(env),
                        env.getOrDefault("SLUICE_MYSQL_USER", "sluice_test"),
                        env.getOrDefault("SLUICE_MYSQL_PASSWORD", "sluice")),
                uri(env, "SLUICE_REDIS_URL", "redis://127.0.0.1:26379"),
                uri(env, "SLUICE_ELASTICSEARCH_URL", "http://127.0.0.1:29200"),
                env.getOrDefault("SLUICE_KAFKA_BOOTSTRAP", "127.0.0.1:29092"));
    }

    /** The secret of the development issuer's client. Throws {@link OperatorMistake} where there is none. */
    public String clientSecret() {
        Path file = home.resolve("issuer").resolve("client-secret");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new OperatorMistake("no client secret at " + file
                    + ": start the system with ./sluice up, or set SLUICE_HOME to its home");
        }
    }

    private static Map<String, String> contextsOwn(Map<String, String> env) {
        return env.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(CONTEXT_URL))
                .collect(Collectors.toMap(
                        variable -> variable.getKey()
                                .substring(CONTEXT_URL.length())
                                .toLowerCase(Locale.ROOT),
                        Map.Entry::getValue));
    }

    private static URI uri(Map<String, String> env, String name, String otherwise) {
        String value = blankToNull(env.get(name));
        try {
            return URI.create(value == null ? otherwise : value);
        } catch (IllegalArgumentException e) {
            throw new OperatorMistake(name + " is not a URL: " + value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
