package dev.sluice.local.issuer;

import dev.sluice.local.home.Home;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a running issuer for a token, as any client would. */
public final class TokenRequest {

    private TokenRequest() {}

    public static String send(Home home, String issuer, String role, @Nullable String customer)
            throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + Issuer.CLIENT + "&client_secret="
                + new Secrets(home).clientSecret() + "&role=" + encoded(role)
                + (customer == null ? "" : "&customer=" + encoded(customer));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = Json.MAPPER.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "no token: " + answer.path("error_description").asString(""));
            }
            return answer.path("access_token").asString();
        } catch (ConnectException e) {
            throw new IOException("the issuer at " + issuer + " does not answer. Start it with: ./sluice up", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
