package dev.sluice.query.http;

import dev.sluice.schemas.message.Json;
import java.net.InetAddress;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(HttpSettings settings) {
        return factory -> {
            factory.setPort(settings.port());
            // Tokens are checked by the edge alone, so nobody else may come near.
            factory.setAddress(InetAddress.getLoopbackAddress());
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReport.class.getName());
                }
            });
        };
    }

    @Bean
    JsonMapper json() {
        return Json.MAPPER;
    }
}
