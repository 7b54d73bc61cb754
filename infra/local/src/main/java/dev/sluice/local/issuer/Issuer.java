package dev.sluice.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.local.home.Home;
import dev.sluice.schemas.message.Json;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Discovery document, key set and token endpoint on the loopback interface, inside the launcher's process. */
public final class Issuer implements Closeable {

    static final String CLIENT = "sluice-dev";

    private static final int LONGEST_FORM = 4_096;

    private final String url;
    private final String keys;
    private final String clientSecret;
    private final TokenMint mint;
    private final HttpServer server;

    /** Serves at once. */
    public Issuer(Home home, String url, Clock clock) throws IOException {
        Secrets secrets = new Secrets(home);
        RSAKey key = secrets.key();
        this.url = url;
        this.keys = new JWKSet(key).toString(true);
        this.clientSecret = secrets.clientSecret();
        this.mint = new TokenMint(url, key, clock);
        this.server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), URI.create(url).getPort()),
                0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/jwks", exchange -> answer(exchange, 200, keys));
        server.createContext("/token", this::token);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return Json.MAPPER.writeValueAsString(Map.of(
                "issuer", url,
                "jwks_uri", url + "/jwks",
                "token_endpoint", url + "/token",
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_post")));
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            String token = mint.token(Grant.of(form(exchange), clientSecret));
            answer(
                    exchange,
                    200,
                    Json.MAPPER.writeValueAsString(Map.of(
                            "access_token", token, "token_type", "Bearer", "expires_in", TokenMint.LIFE.toSeconds())));
        } catch (Grant.Refused e) {
            answer(
                    exchange,
                    e.status(),
                    Json.MAPPER.writeValueAsString(
                            Map.of("error", e.code(), "error_description", String.valueOf(e.getMessage()))));
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_FORM);
        Map<String, String> form = new HashMap<>();
        for (String field : List.of(new String(body, StandardCharsets.UTF_8).split("&", -1))) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
