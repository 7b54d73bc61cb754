package dev.sluice.edge.versions;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says in a header how far the entities of an answer are, and reads it back from a request. Signed, so that nobody can have us wait
 * for what was never written. A client sends back as many as it likes to be held to, each in a header of its own or in one list.
 */
public final class VersionTokens {
    public static final String HEADER = "Sluice-Token";

    /** More than a client has written since it last read. */
    private static final int MOST = 32;

    private static final String ALGORITHM = "HmacSHA256";
    /** Keeps these signatures apart from all else that the secret is for. */
    private static final byte[] PURPOSE = "version-token".getBytes(StandardCharsets.UTF_8);

    /** 128 bits, as half of an HMAC-SHA256 may be left out (RFC 2104, 5). */
    private static final int SIGNATURE = 16;

    private final ThreadLocal<Mac> macs;

    /** @param secret shared by all edges; asked for with the first token */
    public VersionTokens(Supplier<byte[]> secret) {
        this.macs = ThreadLocal.withInitial(() -> mac(secret.get()));
    }

    public String sign(EntityVersions versions) {
        byte[] content = versions.toString().getBytes(StandardCharsets.UTF_8);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(content) + '.' + encoder.encodeToString(signature(content));
    }

    /** Gives the token to an answer. */
    public Answer tell(Answer answer, EntityVersions versions) {
        return versions.isEmpty() ? answer : answer.with(HEADER, sign(versions));
    }

    /** What the request wants to see at least. Throws a {@link Refusal} for what we did not sign. */
    public EntityVersions demanded(Request request) {
        if (!request.headers().contains(HEADER)) {
            return EntityVersions.NONE;
        }
        List<EntityVersion> all = new ArrayList<>();
        for (String header : request.headers().getAll(HEADER)) {
            for (String token : header.split(",", -1)) {
                all.addAll(verified(token.strip()).all());
                if (all.size() > MOST) {
                    throw malformed("It names more than " + MOST + " entities: leave out what you need not see.");
                }
            }
        }
        return new EntityVersions(all);
    }

    private EntityVersions verified(String token) {
        int dot = token.indexOf('.');
        try {
            byte[] content = Base64.getUrlDecoder().decode(token.substring(0, Math.max(dot, 0)));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (dot > 0 && MessageDigest.isEqual(signature, signature(content))) {
                return EntityVersions.parse(new String(content, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException _) {
            // Neither Base64 nor ours: told below.
        }
        throw malformed("Send it back as it came with an earlier answer, or leave it out.");
    }

    private byte[] signature(byte[] content) {
        Mac mac = macs.get();
        mac.update(PURPOSE);
        return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    private static Refusal malformed(String mend) {
        return Refusal.of(
                HttpResponseStatus.BAD_REQUEST,
                "malformed-version-token",
                "Malformed version token",
                "The header " + HEADER + " holds what we never gave. " + mend);
    }
}
