package dev.sluice.edge.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The web application firewall.
 *
 * @param threshold the score from which a request is refused; a rule that is certain by itself scores 5
 * @param rules a file instead of the rules that we bring
 */
@ConfigurationProperties("sluice.edge.waf")
public record WafSettings(
        @DefaultValue("block") Mode mode,
        @DefaultValue("5") int threshold,
        @Nullable Path rules,
        @DefaultValue List<Exclusion> exclusions) {
    public WafSettings {
        Bounds.within("sluice.edge.waf.threshold", threshold, 1, 1000);
        exclusions = List.copyOf(exclusions);
    }

    public enum Mode {
        OFF,
        /** Log what would be refused, and let it pass. */
        DETECT,
        BLOCK
    }

    /**
     * Rules that do not count on a route.
     *
     * @param route as in the table of routes, such as {@code /orders/{id}}, or * for all
     * @param rules their ids
     */
    public record Exclusion(String route, List<String> rules) {
        public Exclusion {
            rules = List.copyOf(rules);
        }

        public boolean holdsFor(String path) {
            return route.equals("*") || route.equals(path);
        }
    }
}
