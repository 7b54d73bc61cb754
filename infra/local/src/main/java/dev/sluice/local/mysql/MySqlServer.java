package dev.sluice.local.mysql;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.home.Home;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** MySQL 8.0.31 from its Maven artefact: durable, with row-based binlog and GTIDs as Debezium wants it. */
public final class MySqlServer implements Server {

    private final Home home;
    private final Addresses addresses;
    private final Path base;
    private final Map<String, String> libraries;
    private final MySqlCheck check;

    /**
     * @param base the unpacked server
     * @param libraries the environment by which it finds its system libraries
     */
    public MySqlServer(Home home, Addresses addresses, Path base, Map<String, String> libraries) {
        this.home = home;
        this.addresses = addresses;
        this.base = base;
        this.libraries = libraries;
        this.check = new MySqlCheck(addresses, data());
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public int port() {
        return addresses.port(Slot.MYSQL);
    }

    @Override
    public Program program() throws IOException, InterruptedException {
        Files.createDirectories(data().getParent());
        if (!Files.exists(data().resolve("auto.cnf"))) {
            initialise();
        }
        // Run by the server at each start, before it accepts connections.
        Path init = home.data("mysql").resolve("init.sql");
        Files.writeString(init, Schemas.sql(addresses.mysqlPassword()));
        return program(List.of(
                "--port=" + port(),
                "--bind-address=127.0.0.1",
                // Relative to the data directory: an absolute path may exceed the 107 bytes that sockets allow.
                "--socket=mysqld.sock",
                "--pid-file=mysqld.pid",
                "--init-file=" + init,
                "--mysqlx=OFF",
                "--secure-file-priv=NULL",
                "--performance-schema=OFF",
                "--server-id=1",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--binlog-row-metadata=FULL",
                "--binlog-expire-logs-seconds=1209600",
                "--gtid-mode=ON",
                "--enforce-gtid-consistency=ON",
                "--innodb-flush-log-at-trx-commit=1",
                "--sync-binlog=1",
                // Commits are few and large: handing each from thread to thread costs more than it overlaps.
                "--innodb-log-writer-threads=OFF",
                "--binlog-row-event-max-size=65536",
                // The default since MySQL 8.4: pages are not kept in the kernel's cache besides the server's own.
                "--innodb-flush-method=O_DIRECT",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--log-error-verbosity=2"));
    }

    @Override
    public void check(long pid) throws IOException {
        check.run();
    }

    private Path data() {
        return home.data("mysql").resolve("data");
    }

    /** Into a directory of its own first: a start that was interrupted leaves nothing half made behind. */
    private void initialise() throws IOException, InterruptedException {
        Path fresh = data().resolveSibling("fresh");
        new ProcessBuilder("rm", "-rf", fresh.toString(), data().toString())
                .start()
                .waitFor();
        Program program = program(fresh, List.of("--initialize-insecure", "--skip-log-bin"));
        Files.createDirectories(program.log().getParent());
        ProcessBuilder builder = new ProcessBuilder(program.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(libraries);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("its data directory could not be initialised");
        }
        Files.move(fresh, data());
    }

    private Program program(List<String> more) {
        return program(data(), more);
    }

    private Program program(Path data, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(base.resolve("bin/mysqld").toString());
        // First, or it reads the machine's own configuration.
        command.add("--no-defaults");
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.add("--basedir=" + base);
        command.add("--datadir=" + data);
        command.add("--lc-messages-dir=" + base.resolve("share"));
        command.add("--character-sets-dir=" + base.resolve("share/charsets"));
        command.addAll(more);
        return new Program(command, libraries, home.data("mysql"), home.log(name()), Duration.ofSeconds(20));
    }
}
