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
    private final DefaultResourceRetriever http;

    private IssuerKeys(String issuer, Duration patience) {
        this.issuer = issuer;
        int millis = (int) patience.toMillis();
        this.http = new DefaultResourceRetriever(millis, millis, MAX_DOCUMENT);
    }

    public static JWKSource<SecurityContext> of(String issuer, Duration patience) {
        return JWKSourceBuilder.create(new IssuerKeys(issuer, patience))
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
            JsonNode configuration = Json.MAPPER.readTree(fetch(issuer + "/.well-known/openid-configuration"));
            if (!issuer.equals(configuration.path("issuer").asString(""))) {
                throw new JWKSetUnavailableException("the OpenID configuration is another issuer's");
            }
            return JWKSet.parse(fetch(configuration.path("jwks_uri").asString("")));
        } catch (IOException | ParseException | JacksonException | IllegalArgumentException e) {
            throw new JWKSetUnavailableException("no keys from " + issuer, e);
        }
    }

    private String fetch(String url) throws IOException {
        return http.retrieveResource(URI.create(url).toURL()).getContent();
    }

    @Override
    public void close() {}
}
