package dev.sluice.edge.identity;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import dev.sluice.schemas.http.Claims;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Nimbus's checks of issuer, audience and time, by our clock. */
final class ClaimsByClock extends DefaultJWTClaimsVerifier<SecurityContext> {
    /** How far the issuer's clock may be from ours. */
    private static final int SKEW_SECONDS = 5;

    private final Clock clock;

    ClaimsByClock(String issuer, Clock clock) {
        super(Claims.AUDIENCE, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // the library's own type
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
