package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.e2e.Launcher.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayE2E {
    private final Sluice sluice = new Sluice();

    @TempDir
    Path folder;

    @BeforeEach
    void ready() {
        sluice.awaitReady();
    }

    @Test
    void reconcilesExactlySliceBySliceAndPlacesNothingTwice() throws IOException, InterruptedException {
        String file = FreshInvoices.in(folder).toString();

        Ended part = Launcher.run("replay", file, "--limit", "20");
        Ended whole = Launcher.run("replay", file);
        Ended again = Launcher.run("replay", file);

        assertThat(part.output()).contains("Reconciled exactly").doesNotContain("earlier replay");
        assertThat(part.code()).isZero();
        assertThat(whole.output()).contains("Reconciled exactly", "bad lines:", "two prices");
        assertThat(whole.output()).containsPattern("returns +" + FreshInvoices.RETURNS + " ");
        assertThat(whole.output()).containsPattern("rejected +0 ");
        assertThat(whole.output()).containsPattern("cancelled +1 ");
        assertThat(whole.output()).containsPattern("units returned +" + FreshInvoices.UNITS_RETURNED + " ");
        assertThat(whole.code()).isZero();
        assertThat(again.output()).contains("Reconciled exactly");
        assertThat(again.output()).containsPattern("units returned +" + FreshInvoices.UNITS_RETURNED + " ");
        assertThat(again.output()).contains(accepted(whole) + " were there from an earlier replay");
        assertThat(again.code()).isZero();
    }

    private static String accepted(Ended replay) {
        return replay.output()
                .lines()
                .filter(line -> line.startsWith("accepted"))
                .map(line -> line.replaceAll("accepted +([\\d,]+) .*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
