package dev.sluice.edge.waf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {
    private static final List<String> EVERYDAY = List.of("agent Mozilla/5.0 (X11; Linux)", "json a mug; two bowls");

    @Test
    void readsBlocksOfLines() {
        Rules rules =
                read("# a comment~rule: sqli-a~score: 4~in: query form~any: union select~and: from~match: u.*s~match: x"
                        + "~why: because~catches: union from~~rule: protocol-b~score: 2~sign: nul~why: because");

        Rule first = rules.all().getFirst();
        assertThat(first.family()).isEqualTo(Family.SQLI);
        assertThat(first.score()).isEqualTo(4);
        assertThat(first.targets()).containsExactlyInAnyOrder(Target.QUERY, Target.FORM);
        assertThat(first.literals()).containsExactly(List.of("union", "select"), List.of("from"));
        assertThat(first.finds("--x")).isTrue();
        assertThat(rules.of(Sign.NUL))
                .hasValueSatisfying(rule -> assertThat(rule.score()).isEqualTo(2));
        assertThat(rules.of(Sign.BUDGET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: a-b~score: 5~any: abc~match: x~why: y                    | rule a-b: its id begins with no family; begin it",
                "rule: xss-a~score: 50~any: abc~match: x~why: y                 | rule xss-a: its score is 50; write \"score: N\"",
                "rule: xss-a~any: abc~match: x~why: y                           | rule xss-a: its score is null; write \"score: N\"",
                "rule: xss-a~score: 5~any: abc~match: (~why: y                  | rule xss-a: RE2 does not understand its pattern (",
                "rule: xss-a~score: 5~any: abc~why: y                           | rule xss-a: it has no pattern; add \"match:\"",
                "rule: xss-a~score: 5~match: x~why: y                           | rule xss-a: nothing says when it is worth trying",
                "rule: xss-a~score: 5~any: a~match: x~why: y                    | rule xss-a: the literal \"a\" is too short",
                "rule: xss-a~score: 5~any: Abc~match: x~why: y                  | rule xss-a: the literal \"Abc\" is not ASCII in lower",
                "rule: xss-a~score: 5~any: ozilla~match: x~why: y               | rule xss-a: its literals are all in everyday text",
                "rule: xss-a~score: 5~any: ;␠~match: x~why: y                   | rule xss-a: its literals are all in everyday text",
                "rule: xss-a~score: 5~in: nowhere~any: abc~match: x~why: y      | rule xss-a: there is no target \"nowhere\"; write",
                "rule: xss-a~score: 5~any: abc~match: x                         | rule xss-a: it does not say why; add",
                "rule: xss-a~score: 5~why: y~sign: moon                         | rule xss-a: there is no sign \"moon\"",
                "rule: xss-a~score: 5~why: y~sign: nul~match: x                 | rule xss-a: it has a sign and patterns; make two",
                "rule: xss-a~scores: 5                                          | rule xss-a: there is no \"scores:\"; the keys are",
                "rule: xss-a~score:                                             | rule xss-a: \"score:\" says nothing; give it a value",
                "rule: xss-a~score: 5~score: 6~any: abc~match: x~why: y         | rule xss-a: it has \"score:\" twice; keep one",
                "score: 5                                                       | rule at \"score: 5\": a block begins with",
                "rule: xss-a~score: 5~sign: nul~why: y~~rule: xss-a~score: 5~sign: nul~why: y | rule xss-a: there are two of this name",
            })
    void saysInOneLineWhichRuleIsBadAndHowToMendIt(String lines, String message) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(BadRule.class)
                .hasMessageStartingWith(message)
                .message()
                .hasLineCount(1);
    }

    @Test
    void looksForEverydayTextOnlyWhereTheRuleLooks() {
        assertThat(read("rule: xss-a~score: 5~in: query~any: ozilla~match: x~why: y")
                        .all())
                .hasSize(1);
        assertThat(read("rule: xss-a~score: 5~any: ozilla~and: \\x~match: x~why: y")
                        .all())
                .hasSize(1);
    }

    private static Rules read(String lines) {
        return RulesFile.read(List.of(lines.split("~", -1)), EVERYDAY);
    }
}
