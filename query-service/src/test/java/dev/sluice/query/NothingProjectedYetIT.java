package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingProjectedYetIT {
    private static final Library library = new Library();

    @AfterAll
    static void close() {
        library.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/orders?status=CONFIRMED",
                "/admin/orders?sort=status",
                "/admin/sales?by=day",
                "/products",
                "/products?q=mug",
                "/customers/ada/orders",
                "/admin/dead-letters"
            })
    void showsEmptyPages(String path) throws Exception {
        Answer answer = library.service().get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo("{\"items\":[],\"total\":{\"value\":0,\"relation\":\"eq\"}}");
    }

    @Test
    void exportsNothing() throws Exception {
        assertThat(library.service()
                        .send("/admin/orders", request -> request.header("Accept", "application/x-ndjson"))
                        .body())
                .isEmpty();
    }

    @Test
    void isReady() throws Exception {
        assertThat(library.service().get("/health/ready").body().toString()).isEqualTo("{\"status\":\"UP\"}");
    }
}
