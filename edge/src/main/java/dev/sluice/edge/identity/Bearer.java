package dev.sluice.edge.identity;

import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/** The Authorization header and its refusals (RFC 6750). */
final class Bearer {
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"sluice\"";

    private Bearer() {}

    static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized("Send Authorization: Bearer <token>.").with(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE);
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    /** @param why in ASCII, without quotes */
    static Refusal invalid(String why) {
        return unauthorized(why + " Get a new token from the issuer.")
                .with(
                        HttpHeaderNames.WWW_AUTHENTICATE,
                        CHALLENGE + ", error=\"invalid_token\", error_description=\"" + why + "\"");
    }

    private static Refusal unauthorized(String detail) {
        return Refusal.of(HttpResponseStatus.UNAUTHORIZED, detail);
    }
}
