package dev.sluice.edge.limits.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopsTest {
    private static final Networks PROXIES = new Networks(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 192.0.2.1                                | 192.0.2.1",
                "X-Forwarded-For | 198.51.100.9, 192.0.2.1, 10.0.0.7        | 192.0.2.1",
                "X-Forwarded-For | 192.0.2.1:4711                           | 192.0.2.1",
                "X-Forwarded-For | 2001:db8::1                              | 2001:db8:0:0:0:0:0:1",
                "X-Forwarded-For | 192.0.2.1, nonsense, 10.0.0.7            | 10.0.0.7",
                "X-Forwarded-For | 10.0.0.1, 10.0.0.2                       | 10.0.0.1",
                "X-Forwarded-For | shop.example                             |",
                "X-Forwarded-For | ''                                       |",
                "Forwarded       | for=192.0.2.1;proto=https                | 192.0.2.1",
                "Forwarded       | For=\"[2001:db8::1]:4711\"               | 2001:db8:0:0:0:0:0:1",
                "Forwarded       | for=198.51.100.9, proto=http;for=10.0.0.7 | 198.51.100.9",
                "Forwarded       | for=_hidden                              |",
            })
    void theLastThatNoProxyOfOursWasIsTheClient(String name, String value, String client) {
        InetAddress found = Hops.client(new DefaultHttpHeaders().set(name.strip(), value.strip()), PROXIES);

        assertThat(found == null ? null : found.getHostAddress()).isEqualTo(client);
    }

    @Test
    void theStandardFieldGoesFirst() {
        HttpHeaders both =
                new DefaultHttpHeaders().set("Forwarded", "for=192.0.2.1").set("X-Forwarded-For", "192.0.2.2");

        assertThat(String.valueOf(Hops.client(both, PROXIES))).isEqualTo("/192.0.2.1");
    }
}
