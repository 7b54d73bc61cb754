package dev.sluice.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.State.Member;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTest {
    @TempDir
    Path folder;

    private StateFile file = new StateFile(new Home(Path.of("."), Path.of(".")));
    private Family family = new Family(file, Map.of(), name -> name);

    @BeforeEach
    void open() {
        file = new StateFile(new Home(folder, folder));
        family = new Family(file, Map.of(), name -> name);
    }

    @AfterEach
    void close() throws InterruptedException {
        family.stop(List.of(List.of("idle", "other")));
    }

    @Test
    void aKilledChildComesBackAndIsCounted() throws Exception {
        family.start(new Idle("idle", folder));
        family.start(new Idle("other", folder));
        Member first = member("idle");
        assertThat(first).extracting(Member::health, Member::restarts).containsExactly("UP", 0);

        kill(first.pid());

        await().untilAsserted(() -> {
            assertThat(member("idle").pid()).isNotIn(0L, first.pid());
            assertThat(member("idle"))
                    .extracting(Member::health, Member::restarts)
                    .containsExactly("UP", 1);
        });
        assertThat(member("other")).extracting(Member::health, Member::restarts).containsExactly("UP", 0);
    }

    @Test
    void nothingRunsAfterTheStop() throws Exception {
        family.start(new Idle("idle", folder));
        long pid = member("idle").pid();

        family.stop(List.of(List.of("idle")));

        assertThat(isAlive(pid)).isFalse();
        assertThat(member("idle").health()).isEqualTo("STOPPED");
    }

    @Test
    void whoDiesBeforeItWorkedDidNotStart() {
        Server broken = new Server() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public int port() {
                return 0;
            }

            @Override
            public Program program() {
                return new Program(
                        List.of("sh", "-c", "exit 7"),
                        Map.of(),
                        folder.resolve("broken"),
                        folder.resolve("broken.log"),
                        Duration.ofSeconds(1));
            }

            @Override
            public void check(long pid) throws IOException {
                throw new IOException("not yet");
            }
        };

        assertThatThrownBy(() -> family.start(broken))
                .isInstanceOf(StartFailed.class)
                .hasMessage("broken did not start: exited with 7");
    }

    private Member member(String name) throws IOException {
        State state = file.last().orElseThrow();
        return state.members().stream()
                .filter(member -> member.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
