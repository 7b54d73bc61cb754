package dev.sluice.local.issuer;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.sluice.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;

/** The signing key and the client secret, minted once and kept in the home, so that tokens survive restarts. */
public final class Secrets {

    private static final String KEY = "key.json";
    private static final String CLIENT_SECRET = "client-secret";
    private static final int KEY_BITS = 2048;

    private final Path directory;

    public Secrets(Home home) {
        directory = home.file("issuer");
    }

    RSAKey key() throws IOException {
        Path file = directory.resolve(KEY);
        try {
            if (!Files.exists(file)) {
                RSAKey minted = new RSAKeyGenerator(KEY_BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint(true)
                        .generate();
                keep(file, minted.toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (JOSEException | ParseException e) {
            throw new IOException(file + " is no signing key (" + e.getMessage() + "); delete it", e);
        }
    }

    /** What a client proves itself by; readable by this user alone. */
    public String clientSecret() throws IOException {
        Path file = directory.resolve(CLIENT_SECRET);
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            keep(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private void keep(Path file, String content) throws IOException {
        Files.createDirectories(directory);
        // Created for this user alone.
        Path next = Files.createTempFile(directory, "next", "");
        Files.writeString(next, content);
        Files.move(next, file, ATOMIC_MOVE);
    }
}
