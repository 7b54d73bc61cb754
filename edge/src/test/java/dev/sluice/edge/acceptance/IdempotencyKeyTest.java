package dev.sluice.edge.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Visitor;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static final EventLoop LOOP = new DefaultEventLoop();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "8e03978e-40d5-43e8-bc93-6894a57f9324     | 8e03978e-40d5-43e8-bc93-6894a57f9324",
                "\"8e03978e-40d5-43e8-bc93-6894a57f9324\" | 8e03978e-40d5-43e8-bc93-6894a57f9324",
                "\"with blank\"                           | with blank",
                "\"a \\\"quoted\\\" \\\\ one\"            | a \"quoted\" \\ one",
                "order:17/2                               | order:17/2",
            })
    void readsBothForms(String header, String value) {
        assertThat(IdempotencyKey.required(request(header)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "two words", "a,b", "\"a\", \"b\"", "a\"b", "a;b", "ü"})
    void refusesWhatIsNeither(String header) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> IdempotencyKey.of(request(header)))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(HttpResponseStatus.BAD_REQUEST));
    }

    @Test
    void refusesALongOne() {
        assertThat(IdempotencyKey.of(request("x".repeat(255)))).isPresent();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> IdempotencyKey.of(request("x".repeat(256))));
    }

    @Test
    void twoOfThemAreNone() {
        Request request = request("a");
        request.headers().add(IdempotencyKey.HEADER, "b");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> IdempotencyKey.of(request));
    }

    @Test
    void isRequiredWhereItIs() {
        Request request = request("a");
        request.headers().remove(IdempotencyKey.HEADER);

        assertThat(IdempotencyKey.of(request)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> IdempotencyKey.required(request));
    }

    private static Request request(String key) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/orders");
        head.headers().add(IdempotencyKey.HEADER, key);
        return new Request(head, new byte[0], Map.of(), LOOP, _ -> {}, Visitor.UNKNOWN);
    }
}
