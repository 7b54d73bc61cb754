package dev.sluice.edge.server;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http1.RequestDecoder;
import dev.sluice.edge.http1.ResponseEncoder;
import dev.sluice.edge.routing.Pipeline;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.routing.Stage;
import dev.sluice.edge.routing.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The edge's connection without a socket, before a server that knows every path and answers 200. */
public final class Wire {
    private static final Conduct CONDUCT = new Conduct(
            256 * 1024,
            256 * 1024,
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1));
    private static final int DEEPEST = 30;
    private static final int MOST = 1 << 20;

    private final Router router;
    private final Answers answers = new Answers(new HttpDate(Clock.systemUTC()));

    /** @param first what stands before a route, by its pattern; by "", before the refusal of what has no route */
    public Wire(Function<String, Filter> first) {
        List<Route> routes = new ArrayList<>();
        for (HttpMethod method : List.of(
                HttpMethod.GET,
                HttpMethod.POST,
                HttpMethod.PUT,
                HttpMethod.PATCH,
                HttpMethod.DELETE,
                HttpMethod.OPTIONS)) {
            StringBuilder path = new StringBuilder("/");
            routes.add(route(method, "/"));
            for (int depth = 1; depth < DEEPEST; depth++) {
                routes.add(
                        route(method, path.append("{").append(depth).append("}").toString()));
                routes.add(route(method, path.append('/').toString()));
            }
        }
        router = new Router(
                routes,
                new Pipeline(
                        List.of(new Stage("first", Duration.ofMillis(1), route -> first.apply(route.pattern()))),
                        new SimpleMeterRegistry()));
    }

    private static Route route(HttpMethod method, String path) {
        return new Route(
                method,
                path,
                MOST,
                Traffic.UNLIMITED,
                _ -> Answer.empty(HttpResponseStatus.OK).now(),
                List.of());
    }

    /** @return what the edge answers to these bytes; empty where it waits for more */
    public String answer(byte[] request) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.config().setAutoRead(false);
        channel.pipeline()
                .addLast(new RequestDecoder(CONDUCT.maxRequestLine(), CONDUCT.maxHeaders()))
                .addLast(new ResponseEncoder())
                .addLast(new Connection(new Entrance(Door.OPEN, router), CONDUCT, answers, _ -> {}));
        channel.pipeline().fireChannelActive();
        channel.writeInbound(Unpooled.wrappedBuffer(request));
        channel.runPendingTasks();
        StringBuilder all = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        channel.finishAndReleaseAll();
        return all.toString();
    }

    /** The status of {@link #answer}, or 0. */
    public int status(byte[] request) {
        String answer = answer(request);
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }
}
