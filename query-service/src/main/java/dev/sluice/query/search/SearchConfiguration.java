package dev.sluice.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.sluice.control.Control;
import dev.sluice.schemas.message.Json;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean(destroyMethod = "close")
    ElasticsearchAsyncClient client(ElasticsearchSettings settings) {
        Timeout timeout = Timeout.of(settings.timeout());
        Rest5Client client = Rest5Client.builder(settings.url())
                .setConnectionConfigCallback(c -> c.setConnectTimeout(timeout).setSocketTimeout(timeout))
                .setRequestConfigCallback(r -> r.setResponseTimeout(timeout).setConnectionRequestTimeout(timeout))
                .setConnectionManagerCallback(
                        c -> c.setMaxConnPerRoute(settings.connections()).setMaxConnTotal(settings.connections()))
                .build();
        return new ElasticsearchAsyncClient(new Rest5ClientTransport(client, new Jackson3JsonpMapper(Json.MAPPER)));
    }

    @Bean
    Demanded demanded() {
        return new Demanded();
    }

    @Bean
    PinnedIndices indices(Control control) {
        return new PinnedIndices(control.generations());
    }
}
