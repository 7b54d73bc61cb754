package dev.sluice.query.products;

import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Pages;
import dev.sluice.schemas.view.ProductPageView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Products that fit some words, the best first; or all of them, by name. */
@Component
public class Products {
    private static final String WORDS = "q";
    private static final Set<String> PARAMETERS = Set.of(WORDS, PageRequest.LIMIT, PageRequest.CURSOR);

    private final Pages pages;

    Products(Pages pages) {
        this.pages = pages;
    }

    public Page<ProductPageView> find(Map<String, List<String>> query) {
        Parameters parameters = Parameters.of(query, PARAMETERS);
        return pages.read(ProductListing.of(parameters.text(WORDS)), PageRequest.of(parameters));
    }
}
