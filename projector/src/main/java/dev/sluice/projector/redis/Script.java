package dev.sluice.projector.redis;

import static java.util.Objects.requireNonNull;

import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A Lua script of the class path.
 *
 * @param digest by which Redis knows it once it was loaded
 */
record Script(String text, String digest) {
    /** Keeps a document unless the same version or a later one is held. */
    static final Script KEEP = load("keep");
    /** Moves a position on where it is as believed. */
    static final Script ADVANCE = load("advance");

    private static Script load(String name) {
        try (InputStream in = requireNonNull(Script.class.getResourceAsStream("/redis/" + name + ".lua"))) {
            byte[] text = in.readAllBytes();
            return new Script(new String(text, StandardCharsets.UTF_8), Base16.digest(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
