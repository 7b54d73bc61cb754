package dev.sluice.query.orders;

import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Pages;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.CustomerOrderView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lists of orders, newest first. */
@Component
public class Orders {
    private static final Set<String> FILTERS_AND_PAGING = union(OrderFilter.PARAMETERS, PageRequest.PARAMETERS);

    private final Pages pages;

    Orders(Pages pages) {
        this.pages = pages;
    }

    /** All that the back office may see. */
    public Page<BackOfficeOrderView> all(Map<String, List<String>> query) {
        Parameters parameters = Parameters.of(query, FILTERS_AND_PAGING);
        return pages.read(OrderListing.of(OrderFilter.of(parameters)), PageRequest.of(parameters));
    }

    /** Those with a branch in doubt, and those whose branches take suspiciously long. */
    public Page<BackOfficeOrderView> troubled(Map<String, List<String>> query) {
        PageRequest page = PageRequest.of(Parameters.of(query, PageRequest.PARAMETERS));
        return pages.read(OrderListing.troubled(), page);
    }

    /** What a customer may see of their own. */
    public Page<CustomerOrderView> ofCustomer(String id, Map<String, List<String>> query) {
        OrderFilter filter = OrderFilter.ofCustomer(Parameters.requireId("id", id));
        PageRequest page = PageRequest.of(Parameters.of(query, PageRequest.PARAMETERS));
        return pages.read(OrderListing.of(filter), page).map(CustomerOrderView::of);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
