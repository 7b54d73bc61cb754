package dev.sluice.query.deadletters;

import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Pages;
import dev.sluice.query.sight.Sight;
import dev.sluice.schemas.view.DeadLetterView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that could not be carried out, as operators see them. */
@Component
public class DeadLetters {
    private final Pages pages;

    DeadLetters(Pages pages) {
        this.pages = pages;
    }

    /** Without the messages' data, each of which may be long. */
    public Page<DeadLetterView> find(Map<String, List<String>> query) {
        Parameters parameters = Parameters.of(query, DeadLetterListing.PARAMETERS);
        return pages.read(DeadLetterListing.of(parameters), PageRequest.of(parameters))
                .map(DeadLetterView::summary);
    }

    /** The whole of one. */
    public Optional<DeadLetterView> one(String id, Map<String, List<String>> query) {
        Parameters.of(query, Set.of());
        return pages
                .read(DeadLetterListing.one(Parameters.requireId("id", id)), new PageRequest(1, null))
                .items()
                .stream()
                .map(Sight.now()::show)
                .findFirst();
    }
}
