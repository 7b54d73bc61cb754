package dev.sluice.local.tls;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.sluice.local.home.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/**
 * The instance's own authority, and a certificate of it for this machine's names, made by the JDK's keytool. A client that is told to
 * trust {@code tls/authority.pem} trusts the edge. Private keys are for this user alone.
 */
public final class Authority {
    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3650);
    /** No browser takes a longer one from whom it was told to trust (Apple, 2019). */
    private static final Duration LASTS = Duration.ofDays(397);

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final String AUTHORITY = "authority";
    private static final String EDGE = "edge";
    /** Of files that only this user can read anyway. */
    private static final String PASSWORD = "development";

    private final Path directory;
    private final Keytool keytool;

    public Authority(Home home) {
        this.directory = home.file("tls");
        this.keytool = new Keytool(PASSWORD);
    }

    /** What clients are to trust. */
    public Path root() {
        return directory.resolve(AUTHORITY + ".pem");
    }

    /** The edge's certificate, and its authority's. */
    public Path certificate() {
        return directory.resolve(EDGE + ".pem");
    }

    public Path key() {
        return directory.resolve(EDGE + ".key");
    }

    /** Makes what is not there, or will not be good for long. */
    public void provide(Instant now) throws IOException, InterruptedException {
        try {
            if (!isGood(root(), now)) {
                establish();
            }
            if (!Files.exists(key()) || !isGood(certificate(), now)) {
                certify();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate can be made (" + e.getMessage() + "); delete " + directory, e);
        }
    }

    private static boolean isGood(Path file, Instant now) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate first =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return first.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE));
        }
    }

    private void establish() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Files.deleteIfExists(certificate());
        Path store = store(AUTHORITY);
        Files.deleteIfExists(store);
        keytool.pair(store, AUTHORITY, "CN=Sluice development authority", AUTHORITY_LASTS, "bc:c=ca:true,pathlen:0");
        keepPrivate(store);
        put(root(), keytool.certificate(store, AUTHORITY));
    }

    private void certify() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = store(EDGE);
        Files.deleteIfExists(store);
        keytool.pair(store, EDGE, "CN=localhost", LASTS, "san=" + names());
        keepPrivate(store);
        byte[] request = keytool.request(store, EDGE);
        byte[] issued = keytool.issue(store(AUTHORITY), AUTHORITY, request, LASTS, "san=" + names());
        String chain = text(issued) + Files.readString(root());
        put(key(), pem(store));
        put(certificate(), chain.getBytes(StandardCharsets.US_ASCII));
    }

    /** By which clients may call this machine. */
    private static String names() {
        String usual = "dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1";
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.equals("localhost") || !host.matches("[A-Za-z][A-Za-z0-9.-]*") ? usual : usual + ",dns:" + host;
        } catch (UnknownHostException _) {
            return usual;
        }
    }

    private static byte[] pem(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(store))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key key = Objects.requireNonNull(keys.getKey(EDGE, PASSWORD.toCharArray()));
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return ("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void keepPrivate(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    private void put(Path file, byte[] content) throws IOException {
        // Created for this user alone.
        Path next = Files.createTempFile(directory, "next", "");
        Files.write(next, content);
        Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
