package dev.sluice.edge.waf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.edge.server.Wire;
import dev.sluice.edge.settings.CannotStart;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.settings.WafSettings.Exclusion;
import dev.sluice.edge.settings.WafSettings.Mode;
import dev.sluice.edge.waf.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WafTest {
    private static final byte[] ATTACK = Http.get("/x?q=" + Http.encoded("1 union select password from users"));

    @Test
    void itsRulesAreReadOnASmallStack() throws Exception {
        FutureTask<Integer> reading = new FutureTask<>(() ->
                Loading.rules(Firewall.settings(WafSettings.Mode.BLOCK)).all().size());
        new Thread(null, reading, "small", 512 << 10).start();
        assertThat(reading.get()).isPositive();
    }

    @Test
    void everyRuleCatchesItsExamples() {
        Rules rules = Loading.rules(Firewall.settings(WafSettings.Mode.BLOCK));

        assertThat(rules.all()).anyMatch(rule -> !rule.catches().isEmpty());
        assertThatCode(() -> Loading.tryExamples(rules)).doesNotThrowAnyException();
    }

    @Test
    void refusesWithoutSayingWhy() {
        Waf waf = Firewall.waf(Mode.BLOCK);

        String answer = new Wire(waf::before).answer(ATTACK);

        assertThat(answer)
                .startsWith("HTTP/1.1 403 ")
                .contains("application/problem+json", "/problems/suspicious-request", "\"instance\":\"urn:trace:")
                .doesNotContain("sqli", "union");
        assertThat(waf.inspected()).isEqualTo(1);
        assertThat(waf.suspicious()).isEqualTo(1);
    }

    @Test
    void onlyTellsTheLogWhenItDetects() {
        Waf waf = Firewall.waf(Mode.DETECT);

        assertThat(new Wire(waf::before).status(ATTACK)).isEqualTo(200);
        assertThat(waf.suspicious()).isEqualTo(1);
    }

    @Test
    void looksAtNothingWhenItIsOff() {
        Waf waf = Firewall.waf(Mode.OFF);

        assertThat(new Wire(waf::before).status(ATTACK)).isEqualTo(200);
        assertThat(waf.inspected()).isZero();
    }

    @Test
    void rulesCanBeLeftOutOnARoute() {
        List<String> rules = List.of("sqli-union", "sqli-select-function");
        Wire here = new Wire(Firewall.waf(Mode.BLOCK, new Exclusion("/{1}", rules))::before);
        Wire elsewhere = new Wire(Firewall.waf(Mode.BLOCK, new Exclusion("/{1}/{2}", rules))::before);
        Wire everywhere = new Wire(Firewall.waf(Mode.BLOCK, new Exclusion("*", rules))::before);

        assertThat(here.status(ATTACK)).isEqualTo(200);
        assertThat(elsewhere.status(ATTACK)).isEqualTo(403);
        assertThat(everywhere.status(ATTACK)).isEqualTo(200);
    }

    @Test
    void aValueThatPassedWhereARuleIsLeftOutIsStillAnAttackElsewhere() {
        byte[] here = Http.get("/x", "X-Note: 1 union select password from users");
        byte[] there = Http.get("/x/y", "X-Note: 1 union select password from users");
        List<String> rules = List.of("sqli-union", "sqli-select-function");
        Wire wire = new Wire(Firewall.waf(Mode.BLOCK, new Exclusion("/{1}", rules))::before);

        assertThat(wire.status(here)).isEqualTo(200);
        assertThat(wire.status(there)).isEqualTo(403);
    }

    @Test
    void aValueIsNotCleanBecauseItsRuleHadSpokenUpAlready() {
        Wire wire = Firewall.wire(Mode.BLOCK);
        String field = "X-Note: 1 union select password from users";

        assertThat(wire.status(Http.get("/x?q=" + Http.encoded("1 union select password from users"), field)))
                .isEqualTo(403);
        assertThat(wire.status(Http.get("/x", field))).isEqualTo(403);
    }

    @Test
    void whatWasFoundCleanOnceIsKnownLetterByLetter() {
        Wire wire = Firewall.wire(Mode.BLOCK);
        String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

        for (int i = 0; i < 3; i++) {
            assertThat(wire.status(Http.get("/x", "User-Agent: " + agent))).isEqualTo(200);
            assertThat(wire.status(Http.get("/x", "User-Agent: " + agent + " sqlmap")))
                    .isEqualTo(403);
            assertThat(wire.status(Http.get("/x", "Accept: " + agent))).isEqualTo(200);
        }
    }

    @Test
    void addsTheScores() {
        WafSettings patient = new WafSettings(Mode.BLOCK, 11, null, List.of());
        Wire wire = new Wire(new Waf(patient, Firewall.RULES)::before);

        assertThat(wire.status(Http.get("/x?q=" + Http.encoded("<script>")))).isEqualTo(200);
        assertThat(wire.status(Http.get("/x?q=" + Http.encoded("<script>alert(document.cookie)"))))
                .isEqualTo(403);
    }

    @Test
    void looksAtWhatHasNoRouteToo() {
        String deep = "/a".repeat(40);

        assertThat(Firewall.wire(Mode.BLOCK).status(Http.get(deep))).isEqualTo(404);
        assertThat(Firewall.wire(Mode.BLOCK).status(Http.get(deep + "/.git/config")))
                .isEqualTo(403);
    }

    @Test
    void startsWithARulesFileOfOnesOwn(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("rules.txt"),
                "rule: xss-mine\nscore: 5\nany: bicycle\nmatch: bicycle\nwhy: a test\ncatches: b%69cycle\n");
        WafSettings settings = new WafSettings(Mode.BLOCK, 5, file, List.of());
        Wire wire = new Wire(new Waf(settings, Loading.rules(settings))::before);

        assertThat(wire.status(Http.get("/x?q=bicycle"))).isEqualTo(403);
        assertThat(wire.status(ATTACK)).isEqualTo(200);
    }

    @Test
    void doesNotStartWithAnythingThatCannotBeMeant(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("rules.txt"),
                "rule: xss-mine\nscore: 5\nany: abc\nmatch: abcd\nwhy: x\ncatches: abc\n");

        assertThatThrownBy(() -> Loading.rules(new WafSettings(Mode.BLOCK, 5, file, List.of())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("rule xss-mine: it does not catch \"abc\"");
        assertThatThrownBy(() -> Loading.rules(new WafSettings(Mode.BLOCK, 5, directory.resolve("none"), List.of())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(
                        () -> Loading.rules(Firewall.settings(Mode.BLOCK, new Exclusion("*", List.of("sqli-onion")))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("sqli-onion");
    }
}
