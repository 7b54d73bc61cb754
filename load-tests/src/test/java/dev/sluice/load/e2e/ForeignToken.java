package dev.sluice.load.e2e;

import dev.sluice.schemas.message.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A token with the right claims, signed by somebody else. */
final class ForeignToken {

    private ForeignToken() {}

    static String of(String issuer, String customer) throws GeneralSecurityException {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String header = part(Map.of("alg", "RS256", "typ", "at+jwt", "kid", "mine"));
        String claims = part(Map.of(
                "iss",
                issuer,
                "aud",
                "sluice",
                "sub",
                "mallory",
                "iat",
                now,
                "exp",
                now + 600,
                "roles",
                List.of("shopper", "admin"),
                "customer_id",
                customer));
        PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return header + "." + claims + "." + base64(signature.sign());
    }

    private static String part(Map<String, Object> fields) {
        return base64(Json.MAPPER.writeValueAsBytes(fields));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
