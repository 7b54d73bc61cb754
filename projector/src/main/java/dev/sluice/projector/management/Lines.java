package dev.sluice.projector.management;

import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes JSON line by line. The answer is begun with the first, so that until then it may still be another. */
final class Lines {
    private final Opening opening;
    private @Nullable OutputStream out;

    /** Begins the answer. */
    interface Opening {
        OutputStream open() throws IOException;
    }

    Lines(Opening opening) {
        this.opening = opening;
    }

    /** Throws UncheckedIOException where nobody reads any more. */
    void write(Object line) {
        try {
            OutputStream open = out;
            if (open == null) {
                open = opening.open();
                out = open;
            }
            open.write(Json.MAPPER.writeValueAsBytes(line));
            open.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go what was written. */
    void flush() {
        try {
            if (out != null) {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean begun() {
        return out != null;
    }
}
