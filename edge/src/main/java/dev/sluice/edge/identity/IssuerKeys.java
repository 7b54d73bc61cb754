package dev.sluice.edge.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The issuer's public keys, found through its OpenID configuration when first needed: nothing is asked of it at start. */
public final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final int MAX_DOCUMENT = 256 * 1024;
    private static final Duration CACHED = Duration.ofMinutes(5);
    /** An unknown key id makes us ask again, but no more often than this. */
    private static final Duration ASKED_AT_MOST = Duration.ofSeconds(5);
    /** Known keys stay good while the issuer is away. */
    private static final Duration WITHOUT_ISSUER = Duration.ofHours(4);

    private final String issuer;
    private final Duration patience;
    private final DefaultResourceRetriever http;
    private volatile boolean away;

    public IssuerKeys(String issuer, Duration patience) {
        this.issuer = issuer;
        this.patience = patience;
        int millis = (int) patience.toMillis();
        this.http = new DefaultResourceRetriever(millis, millis, MAX_DOCUMENT);
    }

    /** Whether the issuer could not be asked the last time. */
    boolean away() {
        return away;
    }

    JWKSource<SecurityContext> source() {
        return JWKSourceBuilder.create(this)
                .cache(CACHED.toMillis(), patience.multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(ASKED_AT_MOST.toMillis())
                .retrying(true)
                .outageTolerant(WITHOUT_ISSUER.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = fetchKeys();
            away = false;
            return keys;
        } catch (IOException | ParseException | JacksonException | IllegalArgumentException e) {
            away = true;
            throw new JWKSetUnavailableException("no keys from " + issuer, e);
        }
    }

    private JWKSet fetchKeys() throws IOException, ParseException {
        JsonNode configuration = Json.MAPPER.readTree(fetch(issuer + "/.well-known/openid-configuration"));
        if (!issuer.equals(configuration.path("issuer").asString(""))) {
            throw new IOException("the OpenID configuration there is another issuer's");
        }
        return JWKSet.parse(fetch(configuration.path("jwks_uri").asString("")));
    }

    private String fetch(String url) throws IOException {
        return http.retrieveResource(URI.create(url).toURL()).getContent();
    }

    @Override
    public void close() {}
}
