package dev.sluice.edge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Visitor;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final List<Handler> ways = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void stagesArePassedInOrderAndMeasuredWhereARouteHasThem() {
        Pipeline pipeline = new Pipeline(
                List.of(
                        stage("first", _ -> saying("first")),
                        stage("own", Route::ownFilter),
                        stage("none", _ -> Filter.NONE),
                        stage("last", _ -> saying("last"))),
                meters,
                1);
        Route route = Route.get("/x", _ -> Answer.empty(HttpResponseStatus.OK).now(), saying("own 1"), saying("own 2"));

        Handler way = way(pipeline, route);
        assertThat(way.handle(request())).isCompleted();

        assertThat(passed).containsExactly("first", "own 1", "own 2", "last");
        assertThat(meters.find("sluice.edge.filter").tag("route", "/x").functionTimers())
                .extracting(timer -> timer.getId().getTag("filter"), FunctionTimer::count)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("first", 1.0),
                        org.assertj.core.groups.Tuple.tuple("own", 1.0),
                        org.assertj.core.groups.Tuple.tuple("last", 1.0));
    }

    @Test
    void whatTakesLongerThanItsBudgetIsCounted() {
        Filter slow = next -> request -> {
            long end = System.nanoTime() + Duration.ofMillis(2).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return next.handle(request);
        };
        Pipeline pipeline =
                new Pipeline(List.of(stage("slow", _ -> slow), stage("quick", _ -> saying("x"))), meters, 1);
        Route route = Route.get("/x", _ -> Answer.empty(HttpResponseStatus.OK).now());
        Handler way = way(pipeline, route);
        assertThat(way.handle(request())).isCompleted();

        assertThat(meters.get("sluice.edge.filter.late")
                        .tag("filter", "slow")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsAreExactWhereTimesAreOfSomeOnly() {
        Pipeline pipeline = new Pipeline(List.of(stage("first", _ -> saying("first"))), meters, 10);
        Handler way = pipeline.to(
                Route.get("/x", _ -> Answer.empty(HttpResponseStatus.OK).now()));
        for (int i = 0; i < 1_000; i++) {
            assertThat(way.handle(request())).isCompleted();
        }

        FunctionTimer timer = meters.get("sluice.edge.filter").functionTimer();
        assertThat(timer.count()).isEqualTo(1_000);
        assertThat(timer.totalTime(java.util.concurrent.TimeUnit.NANOSECONDS)).isPositive();
    }

    /** Keeps it: meters do not keep alive what they show. */
    private Handler way(Pipeline pipeline, Route route) {
        Handler way = pipeline.to(route);
        ways.add(way);
        return way;
    }

    private Filter saying(String name) {
        return next -> request -> {
            passed.add(name);
            return next.handle(request);
        };
    }

    private static Stage stage(String name, Function<Route, Filter> filter) {
        return new Stage(name, Duration.ofMillis(1), filter);
    }

    private static Request request() {
        return new Request(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/x"),
                new byte[0],
                Map.of(),
                new DefaultEventLoop(),
                _ -> {},
                Visitor.UNKNOWN);
    }
}
