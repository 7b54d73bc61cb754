package dev.sluice.projector.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.sluice.projector.health.Condition;
import dev.sluice.projector.settings.ProjectorSettings.Elasticsearch;
import dev.sluice.projector.sink.StoreUnavailable;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hc.core5.util.Timeout;

/** The official client, with every failure but an answer of Elasticsearch's own turned into {@link StoreUnavailable}. */
public final class ElasticsearchLink implements AutoCloseable {
    private static final Timeout CONNECTING = Timeout.ofSeconds(2);

    private final URI url;
    private final ElasticsearchClient client;

    public ElasticsearchLink(Elasticsearch settings) {
        this.url = settings.url();
        Timeout timeout = Timeout.of(settings.timeout());
        Rest5Client http = Rest5Client.builder(url)
                .setConnectionConfigCallback(
                        c -> c.setConnectTimeout(CONNECTING).setSocketTimeout(timeout))
                .setRequestConfigCallback(r -> r.setResponseTimeout(timeout).setConnectionRequestTimeout(timeout))
                .build();
        this.client = new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper(Json.MAPPER)));
    }

    /** A question to Elasticsearch. */
    interface Question<T> {
        T ask(ElasticsearchClient client) throws IOException;
    }

    /** Throws {@link ElasticsearchException} where Elasticsearch answers with an error that is about the question. */
    <T> T ask(Question<T> question) {
        try {
            return question.ask(client);
        } catch (ElasticsearchException e) {
            if (e.status() == 400 || e.status() == 404) {
                throw e;
            }
            throw unavailable(e);
        } catch (IOException | RuntimeException e) {
            throw unavailable(e);
        }
    }

    private StoreUnavailable unavailable(Exception cause) {
        return new StoreUnavailable("Elasticsearch at " + url + ": " + Condition.reason(cause), cause);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
