package dev.sluice.load.api;

import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.http.Sender;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Access tokens from the development issuer, asked for once and renewed before they run out. */
public final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Sender sender = new Direct();
    private final URI endpoint;
    private final String secret;
    private final Map<Holder, Held> held = new ConcurrentHashMap<>();

    public Tokens(Installation installation) {
        this.endpoint = URI.create(installation.issuer() + "/token");
        this.secret = installation.clientSecret();
    }

    /** @param customer whom a shopper orders for */
    public String of(Role role, @Nullable String customer) {
        return held.compute(
                        new Holder(role, customer),
                        (holder, old) -> old == null || old.until() - System.nanoTime() < 0 ? ask(holder) : old)
                .token();
    }

    private Held ask(Holder holder) {
        Answer answer = sender.send(() -> request(holder));
        if (!answer.succeeded()) {
            throw new OperatorMistake("the issuer at " + endpoint + " refuses a token: " + answer.summary());
        }
        Granted granted = answer.as(Granted.class);
        long seconds = Math.max(granted.expires_in() - MARGIN.toSeconds(), 1);
        return new Held(
                granted.access_token(),
                System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    private HttpRequest request(Holder holder) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", "sluice-dev");
        form.put("client_secret", secret);
        form.put("role", holder.role().claim());
        if (holder.customer() != null) {
            form.put("customer", holder.customer());
        }
        return HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Holder(Role role, @Nullable String customer) {}

    /** @param until by {@link System#nanoTime} */
    private record Held(String token, long until) {}

    /** Field names as RFC 6749 has them. */
    private record Granted(String access_token, long expires_in) {}
}
