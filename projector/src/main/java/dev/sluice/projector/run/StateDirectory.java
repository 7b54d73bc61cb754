package dev.sluice.projector.run;

import dev.sluice.schemas.message.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.springframework.util.FileSystemUtils;

/**
 * Where the stores of all topologies lie. It is also what makes a process the same one after a restart: it holds the id
 * under which Kafka knows the process, so that a restarted one takes over from its predecessor at once, even from one that
 * was killed, instead of waiting until that has timed out.
 */
public final class StateDirectory {
    private final Path path;

    public StateDirectory(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    /** The process's id, made where there is none yet. Creates the directory. */
    public String instance() {
        Path file = path.resolve("instance");
        try {
            Files.createDirectories(path);
            if (!Files.exists(file)) {
                Files.writeString(file, Ids.next());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep state below " + path, e);
        }
    }

    /** Deletes what an application that runs no more has left. */
    public void forget(String application) {
        try {
            FileSystemUtils.deleteRecursively(path.resolve(application));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the state of " + application + " below " + path, e);
        }
    }

    /** Unpacks RocksDB's library to a place of ours, where a killed process leaves one copy, not one for each life. */
    public void loadRocksDb() {
        try {
            NativeLibraryLoader.getInstance().loadLibrary(path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack RocksDB below " + path, e);
        }
    }
}
