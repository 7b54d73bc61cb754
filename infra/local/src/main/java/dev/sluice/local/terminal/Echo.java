package dev.sluice.local.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Copies what is new in a growing file. */
public final class Echo {

    private final Path file;
    private final PrintStream out;
    private long position;

    public Echo(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    /** Everything from the last call's end to the file's end. */
    public synchronized void more() throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                InputStream input = Channels.newInputStream(channel.position(position))) {
            position += input.transferTo(out);
        }
        out.flush();
    }
}
