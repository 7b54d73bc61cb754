package dev.sluice.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.load.patience.Stall;
import dev.sluice.load.patience.Stalled;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientTest {
    private final Queue<Supplier<Answer>> script = new ArrayDeque<>();
    private final Patient patient = new Patient(this::next, new Stall(Duration.ofMillis(500)));

    @Test
    void triesAgainThroughEverythingThatPasses() {
        script.addAll(List.of(PatientTest::unreachable, () -> answer(503), () -> answer(429), () -> answer(202)));

        assertThat(patient.send(PatientTest::request).status()).isEqualTo(202);
        assertThat(script).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 400, 401, 404, 409, 413, 422})
    void takesEveryOtherAnswerAsItIs(int status) {
        script.add(() -> answer(status));

        assertThat(patient.send(PatientTest::request).status()).isEqualTo(status);
    }

    @Test
    void givesUpWhenNothingMovesAndSaysOnWhat() {
        assertThatThrownBy(() -> patient.send(PatientTest::request))
                .isInstanceOf(Stalled.class)
                .hasMessageContaining("no answer");
    }

    private static HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).build();
    }

    private Answer next(Supplier<HttpRequest> request) {
        Supplier<Answer> next = script.poll();
        return next == null ? unreachable() : next.get();
    }

    private static Answer unreachable() {
        throw new Sender.Unreachable("no answer", new IOException("refused"));
    }

    private static Answer answer(int status) {
        return new Answer(status, HttpHeaders.of(Map.of(), (a, b) -> true), "");
    }
}
