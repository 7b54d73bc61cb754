package dev.sluice.edge.limits.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Visitor;
import dev.sluice.edge.server.Peer;
import dev.sluice.edge.settings.LimitSettings;
import dev.sluice.edge.settings.Quota;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoormanTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long now;
    private final Doorman doorman = new Doorman(
            new LimitSettings(
                    List.of("127.0.0.0/8"),
                    List.of("10.0.0.0/8"),
                    1_000,
                    Duration.ofMillis(4),
                    0.5,
                    new LimitSettings.Address(2, 4, Quota.valueOf("3/1s")),
                    Map.of()),
            () -> now,
            meters);

    @Test
    void anAddressMayHaveSoManyConnections() {
        Peer peer = peer("192.0.2.1");
        assertThat(doorman.enters(peer)).isTrue();
        assertThat(doorman.enters(peer)).isTrue();
        assertThat(doorman.enters(peer)).isFalse();
        assertThat(doorman.enters(peer("192.0.2.2"))).isTrue();

        doorman.left(peer);

        assertThat(doorman.enters(peer)).isTrue();
        assertThat(refused("connections")).isEqualTo(1);
    }

    @Test
    void allTogetherMayHaveSoMany() {
        Peer trusted = peer("127.0.0.1");
        for (int i = 0; i < 4; i++) {
            assertThat(doorman.enters(trusted)).isTrue();
        }
        assertThat(doorman.enters(trusted)).isFalse();
        assertThat(doorman.enters(peer("192.0.2.1"))).isFalse();

        doorman.left(trusted);

        assertThat(doorman.enters(peer("192.0.2.1"))).isTrue();
    }

    @Test
    void oneSubscriberOfIpv6HasManyAddressesAndOneLimit() {
        assertThat(doorman.enters(peer("2001:db8:1:2::1"))).isTrue();
        assertThat(doorman.enters(peer("2001:db8:1:2::2"))).isTrue();
        assertThat(doorman.enters(peer("2001:db8:1:2:3::3"))).isFalse();
        assertThat(doorman.enters(peer("2001:db8:1:3::1"))).isTrue();
    }

    @Test
    void requestsOfAnAddressAreLimited() {
        Visitor visitor = visitor("192.0.2.1", "");
        for (int i = 0; i < 3; i++) {
            doorman.admit(visitor);
        }

        assertThatThrownBy(() -> doorman.admit(visitor)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status().code()).isEqualTo(429);
            assertThat(refusal.answer().headers().get("Retry-After")).isEqualTo("1");
        });
        assertThatNoException().isThrownBy(() -> doorman.admit(visitor("192.0.2.2", "")));
        now += Duration.ofSeconds(1).toNanos();
        assertThatNoException().isThrownBy(() -> doorman.admit(visitor));
        assertThat(refused("address")).isEqualTo(1);
    }

    @Test
    void trustedAddressesAreNot() {
        Visitor visitor = visitor("127.0.0.1", "");
        for (int i = 0; i < 10; i++) {
            doorman.admit(visitor);
        }
        assertThat(visitor.trusted()).isTrue();
    }

    @Test
    void onlyAProxyThatIsKnownIsBelieved() {
        assertThat(visitor("10.0.0.1", "192.0.2.1").address()).isEqualTo("192.0.2.1");
        assertThat(visitor("10.0.0.1", "").address()).isEqualTo("10.0.0.1");
        assertThat(visitor("192.0.2.1", "127.0.0.1")).isEqualTo(new Visitor("192.0.2.1", "192.0.2.1", false));
    }

    private double refused(String reason) {
        return meters.get("sluice.edge.refused").tag("reason", reason).counter().count();
    }

    private Visitor visitor(String peer, String forwardedFor) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (!forwardedFor.isEmpty()) {
            headers.set("X-Forwarded-For", forwardedFor);
        }
        return doorman.visitor(peer(peer), headers);
    }

    private static Peer peer(String address) {
        try {
            return new Peer(InetAddress.getByName(address), address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
