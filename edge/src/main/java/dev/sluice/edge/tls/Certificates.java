package dev.sluice.edge.tls;

import dev.sluice.edge.settings.CannotStart;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the edge proves itself with. Files that change are read again: connections from then on get the new certificate, those that are
 * open keep theirs. A new pair that is no good changes nothing, and the log says why.
 */
public final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final Path certificate;
    private final Path key;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile SslContext context;
    private List<FileTime> seen;

    /** Throws {@link CannotStart} where there is no such pair, or it is none. */
    public Certificates(Path certificate, Path key, Duration look) {
        this.certificate = certificate;
        this.key = key;
        try {
            seen = modified();
            context = read(certificate, key);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "The edge cannot read its certificate: " + reason(e),
                    "Set sluice.edge.tls.certificate and sluice.edge.tls.key to PEM files that belong together.",
                    e);
        }
        Thread.ofVirtual().name("edge-certificates").start(() -> watch(look));
    }

    /** Of a connection that begins now. */
    public SslHandler handler(ByteBufAllocator allocator) {
        return context.newHandler(allocator);
    }

    private void watch(Duration look) {
        try {
            while (!closed.await(look.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A pair of which only one half is there yet is looked at again when the other half comes. */
    private void look() {
        try {
            List<FileTime> now = modified();
            if (!now.equals(seen)) {
                seen = now;
                context = read(certificate, key);
                LOG.info("New connections get the certificate that {} has now", certificate);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The certificate stays as it was, the new one cannot be used: {}", reason(e));
        }
    }

    private List<FileTime> modified() throws IOException {
        return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
    }

    /** Protocols and ciphers are the JDK's, without those that HTTP/2 forbids (RFC 9113, appendix A). */
    private static SslContext read(Path certificate, Path key) throws IOException {
        return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                .protocols("TLSv1.3", "TLSv1.2")
                .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2,
                        ApplicationProtocolNames.HTTP_1_1))
                .build();
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
