package dev.sluice.load.bench.edge;

import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The baseline: Debian's nginx with Lua, installed where it is missing, with our configuration in a directory of its own. */
final class Nginx implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final List<Path> NEEDED = List.of(
            PROGRAM,
            Path.of("/usr/lib/nginx/modules/ngx_http_lua_module.so"),
            Path.of("/usr/share/lua/5.1/nginx/redis.lua"),
            Path.of("/usr/share/lua/5.1/cjson/util.lua"));
    private static final List<String> INSTALL = List.of(
            "apt-get",
            "install",
            "-y",
            "--no-install-recommends",
            "nginx",
            "libnginx-mod-http-lua",
            "lua-cjson",
            "lua-nginx-redis");

    private final Process process;
    private final InetSocketAddress address;

    /** @param prefix of its keys in the instance's Redis */
    Nginx(Installation installation, String prefix) {
        install(installation.home().resolve("logs").resolve("bench-nginx-install.log"));
        Path directory = installation.home().resolve("data").resolve("bench-nginx");
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("issuer.pem"), keyOf(installation.issuer()));
            for (String file : List.of("nginx.conf", "edge.lua")) {
                Files.writeString(directory.resolve(file), filled(file, directory, installation.redis(), prefix));
            }
            Path log = directory.resolve("error.log");
            process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-p",
                            directory.toString(),
                            "-c",
                            directory.resolve("nginx.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            Await.until(this::listens, "nginx to listen; see " + log, new Stall(Duration.ofSeconds(10)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** Master and worker. */
    List<Long> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void install(Path log) {
        if (NEEDED.stream().allMatch(Files::exists)) {
            return;
        }
        try {
            ProcessBuilder apt =
                    new ProcessBuilder(INSTALL).redirectErrorStream(true).redirectOutput(log.toFile());
            apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
            if (apt.start().waitFor() != 0) {
                throw missing();
            }
        } catch (IOException _) {
            throw missing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static OperatorMistake missing() {
        return new OperatorMistake("bench edge compares with nginx, which could not be installed; as root of a Debian: "
                + String.join(" ", INSTALL));
    }

    private String filled(String file, Path directory, URI redis, String prefix) throws IOException {
        try (InputStream in = Objects.requireNonNull(Nginx.class.getResourceAsStream("/bench/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@DIRECTORY@", directory.toString())
                    .replace("@PORT@", Integer.toString(address.getPort()))
                    .replace("@PREFIX@", prefix)
                    .replace("@REDIS_HOST@", redis.getHost())
                    .replace("@REDIS_PORT@", Integer.toString(redis.getPort()));
        }
    }

    /** The issuer's public key, as OpenSSL reads it. */
    private static String keyOf(URI issuer) {
        Answer answer = new Direct()
                .send(() -> HttpRequest.newBuilder(issuer.resolve("/jwks")).build());
        Keys.Key key = answer.as(Keys.class).keys().getFirst();
        RSAPublicKeySpec numbers = new RSAPublicKeySpec(number(key.n()), number(key.e()));
        try {
            byte[] encoded =
                    KeyFactory.getInstance("RSA").generatePublic(numbers).getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM knows RSA", e);
        }
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    /** RFC 7517. */
    private record Keys(List<Key> keys) {
        private record Key(String n, String e) {}
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx has ended with " + process.exitValue());
        }
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
