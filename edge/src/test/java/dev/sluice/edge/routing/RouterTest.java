package dev.sluice.edge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router(List.of(route("/"), route("/products"), route("/products/{sku}"), put()));

    @Test
    void findsThePathAndWhatStandsInIt() {
        assertThat(matched("/products/a.b-c_D").route().pattern()).isEqualTo("/products/{sku}");
        assertThat(matched("/products/a.b-c_D").parameters()).isEqualTo(Map.of("sku", "a.b-c_D"));
        assertThat(matched("/products?q=/x/y").route().pattern()).isEqualTo("/products");
        assertThat(matched("/").route().pattern()).isEqualTo("/");
    }

    @Test
    void aPatternMayBeginWithAParameter() {
        Router any = new Router(List.of(route("/{page}"), route("/products")));
        assertThat(any.match(HttpMethod.GET, "/about").parameters()).isEqualTo(Map.of("page", "about"));
        assertThat(any.match(HttpMethod.GET, "/products").route().pattern()).isEqualTo("/products");
    }

    @Test
    void decodesSegments() {
        assertThat(matched("/products/a%20b+c").parameters()).isEqualTo(Map.of("sku", "a b+c"));
        assertThat(matched("/products/%C3%BC?x=1").parameters()).isEqualTo(Map.of("sku", "ü"));
    }

    @Test
    void takesTheAbsoluteForm() {
        assertThat(matched("http://shop.example:80/products/a").parameters()).isEqualTo(Map.of("sku", "a"));
        assertThat(matched("http://shop.example").route().pattern()).isEqualTo("/");
    }

    @Test
    void headTakesTheRouteOfGet() {
        assertThat(router.match(HttpMethod.HEAD, "/products").route().method()).isEqualTo(HttpMethod.GET);
    }

    @Test
    void anUnknownPathIs404() {
        for (String path : List.of("/product", "/products/a/b", "/products/", "//", "/products/a%2Fb")) {
            assertThat(refused(HttpMethod.GET, path).status()).as(path).isEqualTo(HttpResponseStatus.NOT_FOUND);
        }
    }

    @Test
    void anotherMethodIs405AndSaysWhichThereAre() {
        Refusal refusal = refused(HttpMethod.DELETE, "/products/a");

        assertThat(refusal.status()).isEqualTo(HttpResponseStatus.METHOD_NOT_ALLOWED);
        assertThat(refusal.answer().headers().get(HttpHeaderNames.ALLOW)).isEqualTo("GET, HEAD, PUT");
    }

    private Router.Match matched(String target) {
        return router.match(HttpMethod.GET, target);
    }

    private Refusal refused(HttpMethod method, String target) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> router.match(method, target))
                .actual();
    }

    private static Route route(String pattern) {
        return Route.get(pattern, _ -> Answer.empty(HttpResponseStatus.OK).now());
    }

    private static Route put() {
        return Route.put(
                "/products/{sku}", 1, _ -> Answer.empty(HttpResponseStatus.OK).now());
    }
}
