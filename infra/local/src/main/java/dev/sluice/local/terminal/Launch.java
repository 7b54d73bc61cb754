package dev.sluice.local.terminal;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.State.Phase;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.process.JavaCommand;
import dev.sluice.local.service.Stage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher as a process of its own, seen from the command that started it; its log is echoed as it grows. */
public final class Launch {

    private final StateFile state;
    private final Process process;
    private final Echo echo;

    private Launch(StateFile state, Process process, Echo echo) {
        this.state = state;
        this.process = process;
        this.echo = echo;
    }

    /** Starts it; one that is not detached dies with the terminal's command even where that is killed. */
    public static Launch of(Home home, List<String> options, boolean detach) throws IOException {
        File log = home.log("launcher").toFile();
        Files.createDirectories(log.toPath().getParent());
        List<String> command = new ArrayList<>(List.of("setsid"));
        if (!detach) {
            command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        command.addAll(new JavaCommand()
                .with("-Xms16m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k")
                .with("-Dsluice.repository=" + home.repository())
                .with("-jar", Stage.of(home, "infra/local").jar().toString(), "run")
                .with(options)
                .build());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("SLUICE_HOME", home.directory().toString());
        return new Launch(new StateFile(home), builder.start(), new Echo(log.toPath(), System.out));
    }

    /** 0 once all is ready, 1 where the start failed. */
    public int untilReady() throws IOException, InterruptedException {
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            echo.more();
            if (ready()) {
                echo.more();
                return 0;
            }
        }
        echo.more();
        return 1;
    }

    /** Follows it until it ends; a Ctrl-C here stops it in order. */
    public int untilEnd() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            echo.more();
        }
        echo.more();
        return process.exitValue() == 0 ? 0 : 1;
    }

    private void stop() {
        try {
            process.destroy();
            process.waitFor(2, TimeUnit.MINUTES);
            echo.more();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // What the launcher said last stays unread; it is in its log.
        }
    }

    private boolean ready() throws IOException {
        return state.running()
                .filter(running -> running.pid() == process.pid())
                .map(State::phase)
                .filter(Phase.READY::equals)
                .isPresent();
    }
}
