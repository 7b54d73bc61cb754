package dev.sluice.edge.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final int NODES = 5;
    private static final int URLS = 20_000;
    private static final List<URI> ALL = IntStream.range(0, NODES)
            .mapToObj(i -> URI.create("http://10.0.0." + i + ":8081"))
            .toList();

    @Test
    void aNodeThatGoesMovesItsOwnUrlsOnly() {
        Instances all = instances(ALL);
        URI lost = ALL.get(2);
        Instances fewer =
                instances(ALL.stream().filter(base -> !base.equals(lost)).toList());
        int moved = 0;
        for (int i = 0; i < URLS; i++) {
            URI before = first(all, url(i));
            URI after = first(fewer, url(i));
            if (!before.equals(after)) {
                assertThat(before).isEqualTo(lost);
                moved++;
            }
        }
        assertThat(moved).isBetween(URLS / NODES - URLS / 20, URLS / NODES + URLS / 20);
    }

    @Test
    void eachHasAboutAsManyAndTheOrderOfTheListDoesNotMatter() {
        Instances all = instances(ALL);
        Instances reversed = instances(ALL.reversed());
        Map<URI, Long> load = IntStream.range(0, URLS)
                .mapToObj(i -> first(all, url(i)))
                .collect(Collectors.groupingBy(base -> base, Collectors.counting()));

        assertThat(load.values())
                .hasSize(NODES)
                .allSatisfy(urls -> assertThat(urls).isBetween(URLS * 9L / 10 / NODES, URLS * 11L / 10 / NODES));
        assertThat(IntStream.range(0, 100))
                .allSatisfy(i -> assertThat(first(reversed, url(i))).isEqualTo(first(all, url(i))));
    }

    private static Instances instances(List<URI> bases) {
        return new Instances(bases, Duration.ofSeconds(1));
    }

    private static URI first(Instances instances, String url) {
        return instances.of(url).getFirst().base();
    }

    private static String url(int i) {
        return "/products?q=mug-" + i;
    }
}
