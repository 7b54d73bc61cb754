package dev.sluice.edge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Handler;
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
import org.junit.jupiter.params.provider.ValueSource;

class TakesJsonTest {
    private static final EventLoop LOOP = new DefaultEventLoop();

    private final Handler handler =
            TakesJson.always().before(_ -> Answer.empty(HttpResponseStatus.OK).now());
    private final HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/orders");

    TakesJsonTest() {
        head.headers().set("Content-Length", "2").set("Content-Type", "application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\""
            })
    void letsJsonPass(String type) {
        head.headers().set("Content-Type", type);

        assertThatNoException().isThrownBy(() -> handler.handle(request()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/plain", "application/json; charset=latin1", "application/jsonp", "application/xml"})
    void refusesOthers(String type) {
        head.headers().set("Content-Type", type);

        assertThat(refused().status()).isEqualTo(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refusesCompressedBodies() {
        head.headers().set("Content-Encoding", "gzip");

        assertThat(refused().answer().headers().get("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void refusesARequestWithoutALength() {
        head.headers().remove("Content-Length");
        assertThat(refused().status()).isEqualTo(HttpResponseStatus.LENGTH_REQUIRED);

        head.headers().set("Transfer-Encoding", "chunked");
        assertThatNoException().isThrownBy(() -> handler.handle(request()));
    }

    @Test
    void whereItIsOptionalNoBodyWillDo() {
        head.headers().clear();
        Handler optional = TakesJson.ifAnything()
                .before(_ -> Answer.empty(HttpResponseStatus.OK).now());

        assertThatNoException().isThrownBy(() -> optional.handle(request()));
    }

    private Refusal refused() {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handler.handle(request()))
                .actual();
    }

    private Request request() {
        return new Request(head, new byte[0], Map.of(), LOOP, _ -> {}, Visitor.UNKNOWN);
    }
}
