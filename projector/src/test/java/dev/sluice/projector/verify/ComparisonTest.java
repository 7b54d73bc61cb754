package dev.sluice.projector.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.verify.Difference.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Map<String, String> left = new HashMap<>();
    private final Map<String, String> right = new HashMap<>();
    private final List<Difference> found = new ArrayList<>();

    @Test
    void eachDocumentIsToldOnceThatIsNotTheSame() {
        left.putAll(Map.of("a", "{\"x\":1,\"y\":2}", "b", "{\"x\":1}", "c", "{\"z\":{\"p\":[1,2],\"q\":3}}"));
        right.putAll(Map.of("a", "{\"y\":2, \"x\":1}", "d", "{}", "c", "{\"z\":{\"p\":[1,5]},\"w~/\":null}"));

        Comparison.Outcome outcome = run();

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Difference("b", Kind.ONLY_LEFT, List.of()),
                        new Difference("d", Kind.ONLY_RIGHT, List.of()),
                        new Difference("c", Kind.DIFFERS, List.of("/w~0~1", "/z/p/1", "/z/q")));
        assertThat(outcome).isEqualTo(new Comparison.Outcome(4, 3));
    }

    @Test
    void whatWasOnlyOnItsWayIsNoDifference() {
        left.put("a", "{\"x\":2}");
        right.put("a", "{\"x\":1}");
        Contents late = new InMemory(right) {
            private int looks;

            @Override
            public Map<String, byte[]> read(Collection<String> ids) {
                looks++;
                return looks > 1 ? new InMemory(left).read(ids) : super.read(ids);
            }
        };

        assertThat(new Comparison(new InMemory(left), late, listener()).run()).isEqualTo(new Comparison.Outcome(1, 0));
    }

    private Comparison.Outcome run() {
        return new Comparison(new InMemory(left), new InMemory(right), listener()).run();
    }

    private Comparison.Listener listener() {
        return new Comparison.Listener() {
            @Override
            public void differs(Difference difference) {
                found.add(difference);
            }

            @Override
            public void compared(long documents) {}
        };
    }
}
