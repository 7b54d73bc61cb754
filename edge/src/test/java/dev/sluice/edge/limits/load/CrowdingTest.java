package dev.sluice.edge.limits.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Visitor;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.LoadSettings;
import dev.sluice.edge.settings.Quota;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrowdingTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CompletableFuture<Answer>> held = new ArrayList<>();
    private long now;

    @Test
    void soManyAtOnceAndNoMoreUntilOneIsOver() {
        Handler handler = crowding(2, false, Traffic.READS).before(this::hold);
        Request first = request();
        var _ = handler.handle(first);
        var _ = handler.handle(request());
        assertThatThrownBy(() -> handler.handle(request()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().code()).isEqualTo(503));

        held.getFirst().complete(ok());
        assertThatThrownBy(() -> handler.handle(request()))
                .as("its answer still streams")
                .isInstanceOf(Refusal.class);
        first.over();

        assertThat(handler.handle(request())).isNotDone();
        assertThat(meters.get("sluice.edge.refused")
                        .tag("reason", "crowding")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whoIsGoneBeforeItsTurnTakesNoPlace() {
        Handler handler = crowding(1, false, Traffic.READS).before(this::hold);
        Request gone = request();
        gone.over();
        var _ = handler.handle(gone);

        assertThat(handler.handle(request())).isNotDone();
    }

    @Test
    void answersThatTakeLongerNarrowIt() {
        Handler handler = crowding(64, true, Traffic.SEARCHES).before(this::hold);
        rounds(handler, 200, Duration.ofMillis(5));
        double before = meters.get("sluice.edge.at.once.most").gauge().value();

        rounds(handler, 2, Duration.ofMillis(500));

        assertThat(meters.get("sluice.edge.at.once.most").gauge().value())
                .isLessThan(before)
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void aBurstIsSpreadAndWhatWouldWaitTooLongIsRefused() {
        LoadSettings.Given given = new LoadSettings.Given(null, null, Quota.valueOf("10/1s"), Duration.ofMillis(250));
        Filter pace = new Shaping(settings(Traffic.READS, given), () -> now, meters).on(route(Traffic.READS));
        Handler handler = pace.before(this::hold);
        channel.freezeTime();

        var _ = handler.handle(request());
        var _ = handler.handle(request());
        var _ = handler.handle(request());
        assertThatThrownBy(() -> handler.handle(request())).isInstanceOf(Refusal.class);
        assertThat(held).hasSize(1);

        channel.advanceTimeBy(100, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(held).hasSize(2);
        channel.advanceTimeBy(100, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(held).hasSize(3);
        now += Duration.ofMillis(100).toNanos();
        assertThat(handler.handle(request())).isNotDone();
    }

    private void rounds(Handler handler, int rounds, Duration each) {
        for (int i = 0; i < rounds; i++) {
            held.clear();
            List<Request> requests = new ArrayList<>();
            for (int j = 0; j < meters.get("sluice.edge.at.once.most").gauge().value(); j++) {
                requests.add(request());
                var _ = handler.handle(requests.getLast());
            }
            now += each.toNanos();
            held.forEach(answer -> answer.complete(ok()));
            requests.forEach(Request::over);
        }
    }

    private Filter crowding(int atOnce, boolean adaptive, Traffic traffic) {
        LoadSettings.Given given = new LoadSettings.Given(atOnce, adaptive, null, null);
        return new Crowding(settings(traffic, given), () -> now, meters).on(route(traffic));
    }

    private static LoadSettings settings(Traffic traffic, LoadSettings.Given given) {
        return new LoadSettings(Map.of(traffic, given), new LoadSettings.Lag(Duration.ofMinutes(2), 1_000));
    }

    private static Route route(Traffic traffic) {
        return Route.get("/x", _ -> ok().now()).as(traffic);
    }

    private CompletableFuture<Answer> hold(Request request) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        held.add(answer);
        return answer;
    }

    private static Answer ok() {
        return Answer.empty(HttpResponseStatus.OK);
    }

    private Request request() {
        return new Request(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/x"),
                new byte[0],
                Map.of(),
                channel.eventLoop(),
                _ -> {},
                Visitor.UNKNOWN);
    }
}
