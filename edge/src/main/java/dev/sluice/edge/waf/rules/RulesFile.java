package dev.sluice.edge.waf.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules. Blocks are parted by blank lines, each line is {@code key: value}, and a line that begins with # is a comment.
 * What each key means stands at the head of {@code waf/rules.txt}.
 */
public final class RulesFile {
    private RulesFile() {}

    /**
     * @param lines of the rules
     * @param everyday texts that honest clients send; a rule that is worth trying on one would cost time on every request
     * @throws BadRule where a rule cannot be used
     */
    public static Rules read(List<String> lines, List<String> everyday) {
        List<Rule> rules = blocks(lines).stream().map(RuleBlock::rule).toList();
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new BadRule(rule.id(), "there are two of this name; rename one");
            }
            Everyday.check(rule, everyday);
        }
        return new Rules(
                rules,
                everyday.stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .toList());
    }

    private static List<RuleBlock> blocks(List<String> lines) {
        List<RuleBlock> blocks = new ArrayList<>();
        RuleBlock block = null;
        for (String line : lines) {
            if (line.isBlank()) {
                block = null;
            } else if (!line.startsWith("#")) {
                block = take(line, block, blocks);
            }
        }
        return blocks;
    }

    private static RuleBlock take(String line, @Nullable RuleBlock open, List<RuleBlock> blocks) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? "" : line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (open == null) {
            if (!key.equals("rule") || value.isEmpty()) {
                throw new BadRule(
                        "at \"" + line + "\"", "a block begins with \"rule: ID\"; are there blank lines inside one?");
            }
            RuleBlock begun = new RuleBlock(value);
            blocks.add(begun);
            return begun;
        }
        open.add(key, value);
        return open;
    }
}
