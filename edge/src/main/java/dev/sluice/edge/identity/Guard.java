package dev.sluice.edge.identity;

import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets through who has a valid token, and one of the roles: otherwise 401 or 403. */
public final class Guard {
    private final Tokens tokens;

    public Guard(Tokens tokens) {
        this.tokens = tokens;
    }

    public Handler anyone(CallerHandler handler) {
        return only(EnumSet.allOf(Role.class), handler);
    }

    public Handler only(Set<Role> roles, CallerHandler handler) {
        String wanted = roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" or "));
        return request -> {
            String token = Bearer.token(request.header(HttpHeaderNames.AUTHORIZATION));
            return tokens.verify(token, request.loop()).thenCompose(caller -> {
                if (!caller.hasAnyOf(roles)) {
                    throw Refusal.forbidden("This takes a token with the role " + wanted + ".");
                }
                return handler.handle(request, caller);
            });
        };
    }
}
