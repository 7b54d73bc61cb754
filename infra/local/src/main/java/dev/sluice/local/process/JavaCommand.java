package dev.sluice.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The command line of a Java program on the launcher's own JDK. */
public final class JavaCommand {

    private final List<String> command = new ArrayList<>();

    public JavaCommand() {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What JDK 24 and later warn of in libraries that still need it.
        with("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
        with("-XX:+ExitOnOutOfMemoryError", "-Djava.net.preferIPv4Stack=true");
    }

    public JavaCommand with(String... options) {
        command.addAll(List.of(options));
        return this;
    }

    public JavaCommand with(Collection<String> options) {
        command.addAll(options);
        return this;
    }

    /** Finishes with a main class from a directory of jars. */
    public List<String> main(Path lib, String main, String... arguments) {
        with("-cp", lib + "/*", main).with(arguments);
        return List.copyOf(command);
    }

    /** Finishes with an executable jar. */
    public List<String> jar(Path jar) {
        with("-jar", jar.toString());
        return List.copyOf(command);
    }

    /** Finishes with whatever was given last. */
    public List<String> build() {
        return List.copyOf(command);
    }
}
