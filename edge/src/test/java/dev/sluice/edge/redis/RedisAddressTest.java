package dev.sluice.edge.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
    @Test
    void readsEveryPart() {
        assertThat(RedisAddress.parse("rediss://me:pass@redis.example:7000/3"))
                .isEqualTo(new RedisAddress("redis.example", 7000, true, "me", "pass", 3));
        assertThat(RedisAddress.parse("redis://:pass@h"))
                .isEqualTo(new RedisAddress("h", 6379, false, null, "pass", 0));
        assertThat(RedisAddress.parse("redis://h/")).isEqualTo(new RedisAddress("h", 6379, false, null, null, 0));
    }

    @Test
    void greetsWithWhatItSays() {
        assertThat(RedisAddress.parse("redis://me:pass@h/3").greeting())
                .containsExactly(
                        new String[] {"AUTH", "me", "pass"}, new String[] {"SELECT", "3"}, new String[] {"PING"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h", "127.0.0.1:6379", "redis://", "redis://h/x", "redis://h:x"})
    void refusesWhatIsNoRedisUrl(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> RedisAddress.parse(url));
    }

    @Test
    void hidesThePassword() {
        assertThat(RedisAddress.parse("redis://me:pass@h:1").toString()).isEqualTo("h:1");
    }
}
