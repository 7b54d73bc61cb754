package dev.sluice.edge.identity;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
        return new Guarded(Set.copyOf(roles), handler);
    }

    /** What must stand before a handler: a wall before one of those above, and nobody is turned away from the others. */
    public Filter to(Handler handler) {
        return handler instanceof Guarded guarded ? next -> before(next, guarded.roles()) : this::recognising;
    }

    /** Who has a token has a quota of their own, also where everybody may; a bad one is as good as none there. */
    private Handler recognising(Handler next) {
        return request -> request.headers().contains(HttpHeaderNames.AUTHORIZATION)
                ? verified(request)
                        .handle((caller, refused) -> {
                            if (refused == null) {
                                request.found(caller);
                            }
                            return next;
                        })
                        .thenCompose(handler -> handler.handle(request))
                : next.handle(request);
    }

    private CompletableFuture<Caller> verified(Request request) {
        try {
            return tokens.verify(Bearer.token(request.header(HttpHeaderNames.AUTHORIZATION)), request.loop());
        } catch (Refusal refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private Handler before(Handler next, Set<Role> roles) {
        String wanted = roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" or "));
        return request -> verified(request).thenCompose(caller -> {
            if (!caller.hasAnyOf(roles)) {
                throw Refusal.forbidden("This takes a token with the role " + wanted + ".");
            }
            request.found(caller);
            return next.handle(request);
        });
    }
}
