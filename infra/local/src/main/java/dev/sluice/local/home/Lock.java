package dev.sluice.local.home;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Held by the one launcher of a home. The kernel releases it with the process, however that ends. */
public final class Lock implements Closeable {

    private final FileLock held;

    private Lock(FileLock held) {
        this.held = held;
    }

    /** Empty where another launcher holds it. */
    public static Optional<Lock> take(Home home) throws IOException {
        Path file = home.file("lock");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Lock(lock));
    }

    /** Throws where it was closed meanwhile. */
    public void assertHeld() {
        if (!held.isValid()) {
            throw new IllegalStateException("the lock of this home is lost");
        }
    }

    @Override
    public void close() throws IOException {
        held.acquiredBy().close();
    }
}
