package dev.sluice.edge.waf.crs;

import dev.sluice.edge.server.Wire;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.waf.Loading;
import dev.sluice.edge.waf.Waf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how many attacks of the Core Rule Set's regression tests at paranoia level 1 the edge refuses, by family. The first
 * argument is a checkout of it; with a second, the attacks that pass are listed too.
 */
final class CrsCheck {
    private CrsCheck() {}

    private static final class Tally {
        private int attacks;
        private int byWaf;
        private int byHttp;
        private int harmless;
        private int harmlessRefused;
    }

    static void main(String[] args) throws IOException {
        WafSettings settings = new WafSettings(WafSettings.Mode.BLOCK, 5, null, List.of());
        Wire wire = new Wire(new Waf(settings, Loading.rules(settings))::before);
        Map<String, Tally> families = new TreeMap<>();
        for (CrsTests.Case one : new CrsTests(Path.of(args[0])).atParanoiaOne()) {
            int status = wire.status(one.octets());
            boolean passed = count(families.computeIfAbsent(one.family(), _ -> new Tally()), one.attack(), status);
            if (passed == one.attack() && args.length > 1 && one.family().contains(args[1])) {
                System.out.println((passed ? "passed " : "refused ") + one.test() + " " + status);
            }
        }
        System.out.printf(
                "%-34s %8s %8s %8s %8s   %s%n", "family", "attacks", "by WAF", "by HTTP", "share", "harmless refused");
        families.forEach(CrsCheck::print);
    }

    /** @return whether it passed */
    private static boolean count(Tally tally, boolean attack, int status) {
        boolean byWaf = status == 403;
        // 404 and 415 are about what a server offers, not about the request being wrong; the methods known here are the
        // usual.
        boolean byHttp = status == 0
                || status == 400
                || status == 405
                || status == 411
                || status == 417
                || status == 501
                || status == 505;
        if (attack) {
            tally.attacks++;
            tally.byWaf += byWaf ? 1 : 0;
            tally.byHttp += byHttp ? 1 : 0;
        } else {
            tally.harmless++;
            tally.harmlessRefused += byWaf ? 1 : 0;
        }
        return !byWaf && !byHttp;
    }

    private static void print(String family, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %8d %8d %8d %7.1f%%   %d of %d%n",
                family,
                tally.attacks,
                tally.byWaf,
                tally.byHttp,
                100.0 * (tally.byWaf + tally.byHttp) / Math.max(1, tally.attacks),
                tally.harmlessRefused,
                tally.harmless);
    }
}
