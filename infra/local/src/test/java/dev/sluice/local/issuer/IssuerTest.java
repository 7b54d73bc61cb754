package dev.sluice.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sluice.local.home.Home;
import dev.sluice.schemas.http.Claims;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"shopper, C-1001, C-1001", "admin,, admin", "operator,, operator", "importer,, importer"})
    void givesEachRoleATokenThatItsKeysVerify(String role, @Nullable String customer, String subject) throws Exception {
        String url = url();
        try (Issuer _ = new Issuer(home(), url, Clock.fixed(NOW, ZoneOffset.UTC))) {
            SignedJWT token = SignedJWT.parse(TokenRequest.send(home(), url, role, customer));

            JWKSet keys = JWKSet.load(URI.create(url + "/jwks").toURL());
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
            assertThat(key.isPrivate()).isFalse();
            assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
            JWTClaimsSet claims = token.getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo(url);
            assertThat(claims.getSubject()).isEqualTo(subject);
            assertThat(claims.getAudience()).containsExactly(Claims.AUDIENCE);
            assertThat(claims.getStringListClaim(Claims.ROLES)).isEqualTo(List.of(role));
            assertThat(claims.getStringClaim(Claims.CUSTOMER_ID)).isEqualTo(customer);
            assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(TokenMint.LIFE));
        }
    }

    @Test
    void refusesARoleThatDoesNotExist() throws Exception {
        String url = url();
        try (Issuer _ = new Issuer(home(), url, Clock.systemUTC())) {
            assertThatThrownBy(() -> TokenRequest.send(home(), url, "root", null))
                    .hasMessage("no token: role is one of shopper, admin, operator, importer");
        }
    }

    @Test
    void refusesWhoDoesNotKnowTheSecret() throws Exception {
        String url = url();
        Home stranger = new Home(folder, folder.resolve("stranger"));
        try (Issuer _ = new Issuer(home(), url, Clock.systemUTC())) {
            assertThatThrownBy(() -> TokenRequest.send(stranger, url, "admin", null))
                    .hasMessageStartingWith("no token: the client_secret is in the home");
        }
    }

    @Test
    void keepsItsKeysForThisUserAloneAndForTheNextStart() throws Exception {
        String first = new Secrets(home()).key().getKeyID();

        assertThat(new Secrets(home()).key().getKeyID()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("issuer/key.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void saysTheMendWhereNoIssuerRuns() throws IOException {
        String url = url();

        assertThatThrownBy(() -> TokenRequest.send(home(), url, "admin", null))
                .hasMessageContaining("Start it with: ./sluice up");
    }

    private Home home() {
        return new Home(folder, folder);
    }

    private static String url() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
