package dev.sluice.local.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.home.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void everythingHasAPortOfItsOwnAndKeepsIt() throws IOException {
        Map<Slot, Integer> first = Ports.choose(home(), Map.of());

        assertThat(first).containsOnlyKeys(Slot.values());
        assertThat(first.values()).doesNotHaveDuplicates();
        assertThat(Ports.choose(home(), Map.of())).isEqualTo(first);
    }

    @Test
    void leavesAPortToWhoeverHasIt() throws IOException {
        Map<Slot, Integer> before = Ports.choose(home(), Map.of());
        int edge = before.getOrDefault(Slot.EDGE, 0);

        try (ServerSocket stranger = new ServerSocket(edge, 1, InetAddress.getLoopbackAddress())) {
            Map<Slot, Integer> after = Ports.choose(home(), Map.of());

            assertThat(after.get(Slot.EDGE))
                    .isGreaterThan(stranger.getLocalPort())
                    .isNotIn(before.values());
            after.put(Slot.EDGE, edge);
            assertThat(after).as("the others stay").isEqualTo(before);
        }
    }

    @Test
    void saysTheMendWhereAFixedPortIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(stranger.getLocalPort());

            assertThatThrownBy(() -> Ports.choose(home(), Map.of("SLUICE_EDGE_PORT", port)))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContainingAll("Port " + port + " is taken", "set SLUICE_EDGE_PORT");
        }
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.choose(home(), Map.of("SLUICE_EDGE_PORT", "http")))
                .isInstanceOf(PortTaken.class)
                .hasMessage("SLUICE_EDGE_PORT=http is not a port number.");
    }

    private Home home() {
        return new Home(folder, folder);
    }
}
