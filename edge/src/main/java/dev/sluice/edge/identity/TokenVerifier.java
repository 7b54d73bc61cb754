package dev.sluice.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.sluice.schemas.http.Claims;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a token's signature, issuer, audience and time. Blocks while keys are fetched. */
public final class TokenVerifier {
    private final ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private final IssuerKeys keys;

    public TokenVerifier(String issuer, IssuerKeys keys, Clock clock) {
        this.keys = keys;
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.source()));
        processor.setJWTClaimsSetVerifier(new ClaimsByClock(issuer, clock));
    }

    Caller verify(String token) throws BadToken, KeySourceException {
        try {
            return caller(processor.process(token, null));
        } catch (RateLimitReachedException e) {
            if (keys.away()) {
                throw e;
            }
            // Somebody tries unknown keys faster than the issuer may be asked; with a known one we would not be here.
            throw new BadToken("The token is signed with an unknown key.");
        } catch (KeySourceException e) {
            throw e;
        } catch (ParseException _) {
            throw new BadToken("The token is malformed.");
        } catch (BadJOSEException | JOSEException e) {
            throw new BadToken("The token is refused: " + printable(e.getMessage()) + ".");
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim(Claims.ROLES);
        return new Caller(
                claims.getSubject(),
                Role.of(roles == null ? List.of() : roles),
                claims.getStringClaim(Claims.CUSTOMER_ID),
                claims.getExpirationTime().toInstant());
    }

    /** The library quotes the token's content, which anybody may have written. */
    private static String printable(@Nullable String message) {
        return message == null ? "no reason given" : message.replaceAll("[^ -~]|[\"\\\\]", "'");
    }

    /** A token that is worth nothing. */
    static final class BadToken extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        BadToken(String why) {
            super(why, null, false, false);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
