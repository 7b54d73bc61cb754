package dev.sluice.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.State.Member;
import dev.sluice.local.home.StateFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher dies without a chance to say goodbye. */
class OrphansTest {
    @TempDir
    Path folder;

    @Test
    void childrenDieWithAKilledParent() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        try {
            await().untilAsserted(() -> assertThat(members())
                    .hasSize(2)
                    .allSatisfy(member -> assertThat(member.health()).isEqualTo("UP")));
            List<Member> children = members();
            assertThat(children).allMatch(child -> FamilyTest.isAlive(child.pid()));

            parent.destroyForcibly().waitFor();

            await().untilAsserted(() -> assertThat(children).noneMatch(child -> FamilyTest.isAlive(child.pid())));
        } finally {
            parent.destroyForcibly();
        }
    }

    private List<Member> members() throws Exception {
        return new StateFile(new Home(folder, folder))
                .last()
                .map(State::members)
                .orElse(List.of());
    }

    /** A launcher with two children, in a process of its own. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Family family = new Family(new StateFile(new Home(folder, folder)), Map.of(), name -> name);
            family.start(new Idle("one", folder));
            family.start(new Idle("two", folder));
            Thread.currentThread().join();
        }
    }
}
