package dev.sluice.edge.waf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.server.Wire;
import dev.sluice.edge.settings.WafSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanRequestsTest {
    private final Wire wire = Firewall.wire(WafSettings.Mode.BLOCK);

    @Test
    void tenThousandHonestRequestsPass() {
        List<String> refused = new CleanRequests(20_261_125)
                .stream()
                        .limit(10_000)
                        .filter(request -> wire.status(request) != 200)
                        .map(request -> new String(request, StandardCharsets.UTF_8))
                        .toList();

        assertThat(refused).isEmpty();
    }
}
