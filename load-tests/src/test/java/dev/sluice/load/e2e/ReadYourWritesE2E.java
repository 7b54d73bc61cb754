package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Who sends a write's token sees what was written, whatever happens to the views meanwhile. */
@Isolated
class ReadYourWritesE2E {

    @Test
    void noAnswerIsStaleWhileAViewIsSwappedAndTheProjectorIsKilled() throws Exception {
        new Sluice().awaitReady();

        Launcher.Ended chaos =
                Launcher.run("chaos", "read", "--pairs", "300", "--clients", "8", "--views", "product-page");

        assertThat(chaos.code()).as(chaos.output()).isZero();
        assertThat(chaos.output()).contains(" 0 stale", "1 kills of the projector");
    }
}
