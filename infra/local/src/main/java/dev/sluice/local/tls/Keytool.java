package dev.sluice.local.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tool for keys and certificates. Every call throws IOException with what it says where it fails. */
final class Keytool {
    private final String password;

    /** @param password of every store */
    Keytool(String password) {
        this.password = password;
    }

    void pair(Path store, String alias, String subject, Duration lasts, String extension)
            throws IOException, InterruptedException {
        run(
                new byte[0],
                store,
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-validity",
                days(lasts),
                "-ext",
                extension);
    }

    /** In PEM. */
    byte[] certificate(Path store, String alias) throws IOException, InterruptedException {
        return run(new byte[0], store, "-exportcert", "-rfc", "-alias", alias);
    }

    byte[] request(Path store, String alias) throws IOException, InterruptedException {
        return run(new byte[0], store, "-certreq", "-alias", alias);
    }

    /** In PEM. */
    byte[] issue(Path store, String alias, byte[] request, Duration lasts, String extension)
            throws IOException, InterruptedException {
        return run(
                request,
                store,
                "-gencert",
                "-rfc",
                "-alias",
                alias,
                "-validity",
                days(lasts),
                "-ext",
                extension,
                "-ext",
                "eku=serverAuth");
    }

    private static String days(Duration lasts) {
        return Long.toString(lasts.toDays());
    }

    private byte[] run(byte[] input, Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", password));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        }
        byte[] said = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(
                    "keytool " + arguments[0] + " says: " + new String(said, StandardCharsets.UTF_8).strip());
        }
        return said;
    }
}
