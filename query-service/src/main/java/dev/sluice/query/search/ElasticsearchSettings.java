package dev.sluice.query.search;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param timeout after which a request is given up and answered with 503
 * @param connections at once; more requests wait for one, within their timeout
 * @param keepSnapshot after a page of a list that is read from a snapshot, how long the next one may be asked for
 * @param behind how long a search waits for an index that is behind what the client knows to have been written
 * @param countUpTo matches are counted exactly up to here, since counting all of many costs more than finding a page
 */
@ConfigurationProperties("sluice.elasticsearch")
record ElasticsearchSettings(
        @DefaultValue("http://127.0.0.1:29200") URI url,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("64") int connections,
        @DefaultValue("5m") Duration keepSnapshot,
        @DefaultValue("3s") Duration behind,
        @DefaultValue("10000") int countUpTo) {

    ElasticsearchSettings {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "SLUICE_ELASTICSEARCH_URL must look like http://127.0.0.1:29200, not " + url);
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "sluice.elasticsearch.timeout must be above 0 and at most a minute, not " + timeout);
        }
        if (connections < 1 || connections > 10_000) {
            throw new IllegalArgumentException(
                    "sluice.elasticsearch.connections must be from 1 to 10000, not " + connections);
        }
        if (keepSnapshot.compareTo(Duration.ofSeconds(1)) < 0 || keepSnapshot.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "sluice.elasticsearch.keep-snapshot must be from 1s to 1h, not " + keepSnapshot);
        }
        if (behind.isNegative() || behind.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("sluice.elasticsearch.behind must be from 0s to 1m, not " + behind);
        }
        if (countUpTo < 1) {
            throw new IllegalArgumentException("sluice.elasticsearch.count-up-to must be 1 or more, not " + countUpTo);
        }
    }
}
