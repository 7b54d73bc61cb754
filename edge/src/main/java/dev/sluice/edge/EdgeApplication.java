package dev.sluice.edge;

import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.settings.LimitSettings;
import dev.sluice.edge.settings.LoadSettings;
import dev.sluice.edge.settings.ManagementSettings;
import dev.sluice.edge.settings.Settings;
import dev.sluice.edge.settings.TlsSettings;
import dev.sluice.edge.settings.WafSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Boot hosts the edge and configures nothing by itself: there is nothing here that it could add but time. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    Settings.class,
    EdgeSettings.class,
    LimitSettings.class,
    LoadSettings.class,
    ManagementSettings.class,
    WafSettings.class,
    TlsSettings.class
})
@Import({Neighbours.class, Writing.class, Serving.class, Securing.class, Observing.class, Limiting.class, Routes.class})
class EdgeApplication {

    static void main(String[] args) {
        SpringApplication application = new SpringApplication(EdgeApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
    }
}
