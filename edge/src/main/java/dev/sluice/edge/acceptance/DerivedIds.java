package dev.sluice.edge.acceptance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Ids that a retry derives again: UUID version 8 (RFC 9562) from an HMAC of who asks and their idempotency key. Secret, so
 * that nobody can name an id before its owner does.
 */
public final class DerivedIds implements SmartLifecycle {
    private static final String ALGORITHM = "HmacSHA256";
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Supplier<byte[]> secret;
    private volatile @Nullable SecretKeySpec key;

    /** @param secret asked for when the first id is derived, or when the edge starts */
    public DerivedIds(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** @param purpose keeps the ids of orders and of operations apart */
    public String derive(String purpose, String subject, IdempotencyKey key) {
        Mac mac = mac();
        add(mac, purpose);
        add(mac, subject);
        add(mac, key.value());
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
        long high = (digest.getLong() & ~0xF000L) | VERSION_8;
        long low = (digest.getLong() & ~0xC000_0000_0000_0000L) | VARIANT;
        return new UUID(high, low).toString();
    }

    /** With its length, so that no two lists of parts read the same. */
    private static void add(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    /** Without a secret there is no point in listening. */
    @Override
    public void start() {
        key();
    }

    @Override
    public void stop() {
        key = null;
    }

    @Override
    public boolean isRunning() {
        return key != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secret.get(), ALGORITHM);
            key = known;
        }
        return known;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
