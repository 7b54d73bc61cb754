package dev.sluice.projector;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The projector's process. Nothing is scanned for and nothing configures itself: start-up time is wanted elsewhere. */
@Configuration(proxyBeanMethods = false)
@Import(Wiring.class)
public class ProjectorApplication {

    public static void main(String[] args) {
        SpringApplication.run(ProjectorApplication.class, args);
    }
}
