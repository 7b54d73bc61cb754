package dev.sluice.command;

import dev.sluice.command.hosting.HostingConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the service. */
public final class CommandService {

    private CommandService() {}

    static void main(String[] args) {
        new SpringApplicationBuilder(HostingConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
    }
}
