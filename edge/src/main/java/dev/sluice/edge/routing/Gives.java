package dev.sluice.edge.routing;

import dev.sluice.edge.http.Accept;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/** Refuses with 406 whoever wants none of the media types that a route can give. */
public record Gives(List<String> mediaTypes) implements Filter {

    public static Gives only(String... mediaTypes) {
        return new Gives(List.of(mediaTypes));
    }

    @Override
    public Handler before(Handler next) {
        return request -> {
            if (Accept.best(request.header(HttpHeaderNames.ACCEPT), mediaTypes) == null) {
                throw Refusal.of(
                        HttpResponseStatus.NOT_ACCEPTABLE,
                        "The answer would be " + String.join(" or ", mediaTypes) + "; let Accept allow that.");
            }
            return next.handle(request);
        };
    }
}
