package dev.sluice.edge.waf;

import dev.sluice.edge.waf.match.Literals;
import dev.sluice.edge.waf.rules.Rule;
import dev.sluice.edge.waf.rules.Rules;
import dev.sluice.edge.waf.rules.Sign;
import dev.sluice.edge.waf.rules.Target;
import dev.sluice.edge.waf.text.Bytes;
import dev.sluice.edge.waf.text.Normaliser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at the texts of one request after the other. Most are done with after one run of the literals over the bytes as
 * they came: no encoding, no literal, nothing to do. Belongs to one event loop.
 */
final class Inspector {
    /** Characters that patterns may be run over in one request; some 50 ns each. */
    static final int BUDGET = 512 * 1024;

    private final Rules rules;
    private final Literals literals;
    private final Normaliser normaliser = new Normaliser();
    private final long[] seen;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final List<Bytes> readings = new ArrayList<>(3);
    private BitSet excluded = new BitSet();
    private int budget;
    private int score;
    private long work;

    Inspector(Rules rules) {
        this.rules = rules;
        this.literals = rules.literals();
        this.seen = rules.nothingSeen();
    }

    /** @param excluded numbers of the rules that do not count this time */
    void begin(BitSet excluded) {
        this.excluded = excluded;
        findings.clear();
        signs.clear();
        budget = BUDGET;
        score = 0;
    }

    int score() {
        return score;
    }

    /** Whether the request is clean so far. What was found once in it is not looked for again. */
    boolean foundNothing() {
        return findings.isEmpty() && signs.isEmpty();
    }

    /** Whether no rule is left out this time. */
    boolean countsAll() {
        return excluded.isEmpty();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Bytes looked at so far, by anything. */
    long work() {
        return work + normaliser.work();
    }

    void sign(Sign sign) {
        if (signs.add(sign)) {
            rules.of(sign).ifPresent(rule -> count(new Finding(rule, null, "")));
        }
    }

    /** A text in which a plus is a plus. */
    void text(Target target, byte[] bytes, int from, int to) {
        text(target, bytes, from, to, false);
    }

    void text(Target target, byte[] bytes, int from, int to, boolean plusIsSpace) {
        if (from == to) {
            return;
        }
        int kinds = scan(bytes, from, to);
        int special = Literals.ENCODED | Literals.SPACED | Literals.STARRED | (plusIsSpace ? Literals.PLUS : 0);
        if ((kinds & (special | Literals.FOUND | quotes(target))) != 0) {
            closer(target, kinds, bytes, from, to, plusIsSpace);
        }
    }

    /** Browsers quote their names in header fields; nobody runs those in a shell. */
    private static int quotes(Target target) {
        return switch (target) {
            case HEADER, AGENT -> 0;
            case PATH, QUERY, FORM, JSON, BODY, COOKIE, REFERER, FILENAME -> Literals.QUOTED;
        };
    }

    private void closer(Target target, int rawKinds, byte[] bytes, int from, int to, boolean plusIsSpace) {
        boolean encoded = (rawKinds & (Literals.ENCODED | Literals.PLUS)) != 0;
        readings.clear();
        Bytes last = encoded ? normaliser.decoded(bytes, from, to, plusIsSpace) : normaliser.plain(bytes, from, to);
        signs(target);
        int kinds = encoded && normaliser.changed() ? scan(last) : rawKinds;
        boolean found = ((kinds | rawKinds) & Literals.FOUND) != 0;
        if ((kinds & Literals.SPACED) != 0) {
            last = normaliser.folded(last);
            found |= (scan(last) & Literals.FOUND) != 0;
            lineBreak(target, last);
        }
        readings.add(last);
        if ((kinds & Literals.STARRED) != 0) {
            last = normaliser.withoutComments(last);
            found |= (scan(last) & Literals.FOUND) != 0;
            readings.add(last);
        }
        if ((kinds & quotes(target)) != 0) {
            last = normaliser.withoutQuotes(last);
            found |= (scan(last) & Literals.FOUND) != 0;
            readings.add(last);
        }
        if (found) {
            tryRules(target);
            Arrays.fill(seen, 0);
        }
    }

    private void signs(Target target) {
        if (normaliser.signs().isEmpty()) {
            return;
        }
        for (Sign sign : normaliser.signs()) {
            if (sign != Sign.ESCAPED_LETTER || target != Target.JSON) {
                sign(sign);
            }
        }
    }

    private void lineBreak(Target target, Bytes text) {
        if ((target == Target.PATH || target == Target.QUERY)
                && Parts.find(text.array(), '\n', 0, text.length()) < text.length()) {
            sign(Sign.LINE_BREAK);
        }
    }

    private void tryRules(Target target) {
        List<Rule> worthwhile = rules.worthwhile(target, seen);
        if (worthwhile.isEmpty()) {
            return;
        }
        List<String> texts = readings.stream().map(Bytes::lower).toList();
        for (Rule rule : worthwhile) {
            if (excluded.get(rules.number(rule.id())) || known(rule)) {
                continue;
            }
            for (String reading : texts) {
                if (!rule.worthTrying(reading)) {
                    continue;
                }
                int cost = reading.length() * rule.patterns().size();
                if (cost > budget) {
                    sign(Sign.BUDGET);
                    return;
                }
                budget -= cost;
                work += cost;
                if (rule.finds(reading)) {
                    count(Finding.in(target, reading, rule));
                    break;
                }
            }
        }
    }

    private boolean known(Rule rule) {
        for (Finding finding : findings) {
            if (finding.rule().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    private void count(Finding finding) {
        if (!excluded.get(rules.number(finding.rule().id()))) {
            findings.add(finding);
            score += finding.rule().score();
        }
    }

    private int scan(Bytes bytes) {
        return scan(bytes.array(), 0, bytes.length());
    }

    private int scan(byte[] bytes, int from, int to) {
        work += to - from;
        return literals.scan(bytes, from, to, seen);
    }
}
