package dev.sluice.edge.acceptance;

import dev.sluice.edge.settings.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret of {@link DerivedIds}. All edges must share it, and it must not change while clients retry. Without one in the
 * configuration, the first edge of a development machine writes one to a file that the others read.
 */
public final class IdSecret {
    private static final Logger LOG = LoggerFactory.getLogger(IdSecret.class);
    private static final String FILE = "edge-id-secret";
    private static final int BYTES = 32;

    private IdSecret() {}

    public static byte[] of(@Nullable String configured, Path home) {
        return (configured == null ? fromFile(home) : configured).getBytes(StandardCharsets.UTF_8);
    }

    private static String fromFile(Path home) {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "The secret for order ids cannot be kept in " + file + ": " + e,
                    "Let SLUICE_HOME name a folder that can be written, or set SLUICE_EDGE_ID_SECRET.",
                    e);
        }
    }

    /** Whole or not at all, and never over another edge's. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                FILE,
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, HexFormat.of().formatHex(random));
            Files.createLink(file, draft);
            LOG.info("Wrote a development secret for order ids to {}", file);
        } catch (FileAlreadyExistsException _) {
            LOG.debug("Another edge wrote {} first", file);
        } finally {
            Files.delete(draft);
        }
    }
}
