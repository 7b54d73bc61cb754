package dev.sluice.edge.observe;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file to append to. Once it is large it is put aside as {@code name.1}, and those put aside before move up by one. */
public final class LogFile implements Closeable {
    private final Path path;
    private final long largest;
    private final int aside;
    private @Nullable FileChannel open;

    /**
     * @param largest bytes, after which it is put aside
     * @param aside how many of those put aside are kept
     */
    public LogFile(Path path, long largest, int aside) {
        this.path = path.toAbsolutePath();
        this.largest = largest;
        this.aside = aside;
    }

    /** Writes all of it to one file; what failed is not tried again. */
    void append(ByteBuffer lines) throws IOException {
        FileChannel channel = channel();
        while (lines.hasRemaining()) {
            channel.write(lines);
        }
        if (channel.size() >= largest) {
            close();
            putAside();
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel channel = open;
        if (channel == null) {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            open = channel;
        }
        return channel;
    }

    private void putAside() throws IOException {
        for (int i = aside - 1; i >= 1; i--) {
            if (Files.exists(numbered(i))) {
                Files.move(numbered(i), numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(path, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path numbered(int i) {
        return path.resolveSibling(path.getFileName() + "." + i);
    }

    @Override
    public void close() throws IOException {
        FileChannel channel = open;
        open = null;
        if (channel != null) {
            channel.close();
        }
    }
}
