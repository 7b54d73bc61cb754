package dev.sluice.edge.waf;

import dev.sluice.edge.settings.CannotStart;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.waf.rules.BadRule;
import dev.sluice.edge.waf.rules.Rule;
import dev.sluice.edge.waf.rules.Rules;
import dev.sluice.edge.waf.rules.RulesFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Reads the rules at the start, and does not let the edge start with any that cannot be used. */
public final class Loading {
    private static final String OURS = "/waf/rules.txt";
    private static final String EVERYDAY = "/waf/everyday.txt";

    /** Bytes. RE2/J compiles what is nested by calling itself, deeper than the small stacks that services run with. */
    private static final long DEEP_STACK = 16L << 20;

    private Loading() {}

    /** Throws {@link CannotStart} for rules that cannot be used. */
    public static Rules rules(WafSettings settings) {
        FutureTask<Rules> reading = new FutureTask<>(() -> read(settings));
        new Thread(null, reading, "waf-rules", DEEP_STACK).start();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart mistake ? mistake : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Rules read(WafSettings settings) {
        Path file = settings.rules();
        String name = file == null ? "the edge's own " + OURS : file.toString();
        try {
            Rules rules = RulesFile.read(
                    file == null ? resource(OURS) : Files.readAllLines(file),
                    resource(EVERYDAY).stream()
                            .filter(line -> !line.startsWith("#"))
                            .toList());
            // Ours were tried when the edge was built.
            if (file != null) {
                tryExamples(rules);
            }
            checkExclusions(settings, rules);
            return rules;
        } catch (BadRule bad) {
            throw cannot(
                    name + ", " + bad.getMessage(), "Mend that line, or start without sluice.edge.waf.rules.", bad);
        } catch (IOException e) {
            throw cannot(name + " cannot be read: " + e, "Let sluice.edge.waf.rules name a readable file in UTF-8.", e);
        }
    }

    /** A rule that does not find its own examples is worse than none: it looks like protection. Throws {@link BadRule}. */
    static void tryExamples(Rules rules) {
        rules.all().forEach(rule -> tryExamples(rules, rule));
    }

    private static void tryExamples(Rules rules, Rule rule) {
        Inspector inspector = new Inspector(rules);
        for (String example : rule.catches()) {
            byte[] bytes = example.getBytes(StandardCharsets.UTF_8);
            inspector.begin(new BitSet());
            inspector.text(Collections.min(rule.targets()), bytes, 0, bytes.length);
            if (inspector.findings().stream()
                    .noneMatch(finding -> finding.rule().equals(rule))) {
                throw new BadRule(
                        rule.id(), "it does not catch \"" + example + "\"; mend any:, and: or match:, or the example");
            }
        }
    }

    private static void checkExclusions(WafSettings settings, Rules rules) {
        for (WafSettings.Exclusion exclusion : settings.exclusions()) {
            for (String id : exclusion.rules()) {
                if (rules.number(id) < 0) {
                    throw cannot(
                            "sluice.edge.waf.exclusions names a rule " + id + " that does not exist",
                            "Write the id as the rules file has it.",
                            null);
                }
            }
        }
    }

    private static List<String> resource(String name) {
        try (InputStream in = Loading.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannotStart cannot(String what, String mend, @Nullable Throwable cause) {
        return new CannotStart(what, mend, cause);
    }
}
