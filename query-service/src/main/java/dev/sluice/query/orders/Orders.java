package dev.sluice.query.orders;

import dev.sluice.query.export.ExportFormat;
import dev.sluice.query.export.OrderExport;
import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Listing;
import dev.sluice.query.search.Pages;
import dev.sluice.query.sight.Sight;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.CustomerOrderView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lists of orders, page by page or whole. */
@Component
public class Orders {
    private static final Set<String> OF_EXPORTS = union(OrderFilter.PARAMETERS, Set.of(OrderSort.PARAMETER));
    private static final Set<String> OF_PAGES =
            union(OF_EXPORTS, union(PageRequest.PARAMETERS, Set.of(Facet.PARAMETER)));

    private final Pages pages;

    Orders(Pages pages) {
        this.pages = pages;
    }

    /** All that the back office may see. */
    public Page<BackOfficeOrderView> all(Map<String, List<String>> query) {
        Parameters parameters = Parameters.of(query, OF_PAGES);
        Listing<BackOfficeOrderView> listing = listing(parameters);
        Set<Facet> facets = Facet.of(parameters);
        Page<BackOfficeOrderView> page = shown(pages.read(listing, PageRequest.of(parameters)));
        return facets.isEmpty() ? page : page.with(Facet.count(facets, pages, listing));
    }

    /** The same, not in pages but whole. */
    public OrderExport export(ExportFormat format, Map<String, List<String>> query) {
        return new OrderExport(format, pages.all(listing(Parameters.of(query, OF_EXPORTS))));
    }

    /** Those with a branch in doubt, and those whose branches take suspiciously long. */
    public Page<BackOfficeOrderView> troubled(Map<String, List<String>> query) {
        PageRequest page = PageRequest.of(Parameters.of(query, PageRequest.PARAMETERS));
        return shown(pages.read(OrderListing.troubled(), page));
    }

    /** What a customer may see of their own. */
    public Page<CustomerOrderView> ofCustomer(String id, Map<String, List<String>> query) {
        Listing<BackOfficeOrderView> listing = OrderListing.of(OrderFilter.ofCustomer(Parameters.requireId("id", id)));
        PageRequest page = PageRequest.of(Parameters.of(query, PageRequest.PARAMETERS));
        return pages.read(listing, page).map(CustomerOrderView::of);
    }

    private static Page<BackOfficeOrderView> shown(Page<BackOfficeOrderView> page) {
        Sight sight = Sight.now();
        return page.map(sight::show);
    }

    private static Listing<BackOfficeOrderView> listing(Parameters parameters) {
        return OrderListing.of(OrderFilter.of(parameters), OrderSort.of(parameters));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
