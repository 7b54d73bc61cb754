package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.e2e.Launcher.Ended;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoE2E {
    private final Sluice sluice = new Sluice();

    @BeforeEach
    void ready() {
        sluice.awaitReady();
    }

    @Test
    void fillsTheShopAndPlacesAnOrderAndMayBeRepeated() throws IOException, InterruptedException {
        for (int time = 1; time <= 2; time++) {
            Ended demo = Launcher.run("demo");

            assertThat(demo.output()).contains("320 products and 50 customers", "CONFIRMED", "Try next:");
            assertThat(demo.code()).isZero();
        }
        assertThat(sluice.admin().product("BOK-001").body()).contains("The Weekend Baker");
        Sluice.await()
                .untilAsserted(() ->
                        assertThat(sluice.admin().get("/products?q=mug").body()).contains("Enamel Mug"));
    }
}
