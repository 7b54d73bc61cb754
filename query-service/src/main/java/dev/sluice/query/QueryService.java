package dev.sluice.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

// Without its error page: it would be added to a file that breaks off, and ProblemReport tells the rest.
@SpringBootApplication(proxyBeanMethods = false, exclude = ErrorMvcAutoConfiguration.class)
@ConfigurationPropertiesScan
class QueryService {
    static void main(String[] args) {
        SpringApplication.run(QueryService.class, args);
    }
}
