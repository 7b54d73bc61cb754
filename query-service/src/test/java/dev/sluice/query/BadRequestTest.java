package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {
    private static final RunningService service = RunningService.with(FirstGeneration.class);

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/orders?limit=0, limit",
        "/admin/orders?limit=101, limit",
        "/admin/orders?limit=99999999999999999999, limit",
        "/admin/orders?limit=1&limit=2, limit",
        "/admin/orders?limit=, limit",
        "/admin/orders?status=confirmed, status",
        "/admin/orders?status=, status",
        "/admin/orders?customer=a%20b, customer",
        "/admin/orders?customer=, customer",
        "/admin/orders?sku=a/b, sku",
        "/admin/orders?from=2026-01-01, from",
        "/admin/orders?from=2026-01-01T00:00:00+01:00, from",
        "/admin/orders?to=tomorrow, to",
        "/admin/orders?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/admin/orders?minTotal=-1, minTotal",
        "/admin/orders?minTotal=1.5, minTotal",
        "/admin/orders?minTotal=2&maxTotal=1, maxTotal",
        "/admin/orders?custommer=ada, custommer",
        "/admin/orders?payment=PAID, payment",
        "/admin/orders?sort=name, sort",
        "/admin/orders?sort=total&sort=status, sort",
        "/admin/orders?facet=customer, facet",
        "/admin/orders?country=, country",
        "/admin/orders?sort=status&cursor=nonsense, cursor",
        "/admin/sales, by",
        "/admin/sales?by=week, by",
        "/admin/sales?by=day&limit=5, limit",
        "/admin/sales?by=day&from=yesterday, from",
        "/admin/orders?q=%ff, query",
        "/admin/dead-letters?status=LOST, status",
        "/admin/dead-letters?customer=ada, customer",
        "/admin/dead-letters/a?limit=1, limit",
        "/products?status=CONFIRMED, status",
        "/products?q=a&q=b, q",
        "/products?cursor=nonsense, cursor",
        "/customers/a%20b/orders, id",
        "/customers/ada/orders?customer=grace, customer"
    })
    void namesTheParameterAndTheMend(String path, String name) throws Exception {
        Answer answer = service.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(name);
        assertThat(answer.body().get("detail").asString())
                .endsWith(answer.body().at("/errors/0/detail").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/products/", "/admin", "/error"})
    void knowsNoOtherPath(String path) throws Exception {
        Answer answer = service.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void tellsAProblemWhereTomcatRefuses() throws Exception {
        Answer answer = service.get("/admin%2forders");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("status").asInt()).isEqualTo(400);
    }
}
