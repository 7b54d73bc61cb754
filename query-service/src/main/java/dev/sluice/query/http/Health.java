package dev.sluice.query.http;

import dev.sluice.query.search.Pages;
import dev.sluice.query.search.SourceAway;
import dev.sluice.schemas.view.Projection;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Alive: the process answers. Ready: a search would be answered, too. */
@Component
class Health {
    private static final String STATUS = "status";

    private final Pages pages;

    Health(Pages pages) {
        this.pages = pages;
    }

    ServerResponse live(ServerRequest request) {
        return ServerResponse.ok().body(Map.of(STATUS, "UP"));
    }

    ServerResponse ready(ServerRequest request) {
        try {
            pages.probe(Projection.BACK_OFFICE_ORDERS, Projection.PRODUCT_PAGE);
            return live(request);
        } catch (SourceAway e) {
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(Map.of(STATUS, "DOWN", "reason", String.valueOf(e.getMessage())));
        }
    }
}
