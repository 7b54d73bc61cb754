package dev.sluice.edge.waf;

import dev.sluice.edge.server.Wire;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.waf.rules.Rules;
import java.util.List;

/** The firewall with its own rules, read once for all tests. */
final class Firewall {
    static final Rules RULES = Loading.rules(settings(WafSettings.Mode.BLOCK));

    private Firewall() {}

    static WafSettings settings(WafSettings.Mode mode, WafSettings.Exclusion... exclusions) {
        return new WafSettings(mode, 5, null, List.of(exclusions));
    }

    static Waf waf(WafSettings.Mode mode, WafSettings.Exclusion... exclusions) {
        return new Waf(settings(mode, exclusions), RULES);
    }

    static Wire wire(WafSettings.Mode mode) {
        return new Wire(waf(mode)::before);
    }
}
