package dev.sluice.query.deadletters;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOptionsBuilders;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Listing;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import dev.sluice.schemas.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dead letters, newest first: by when they were parked, which never changes, then by id. */
final class DeadLetterListing {
    static final Set<String> PARAMETERS =
            Set.of("status", "context", "key", "type", PageRequest.LIMIT, PageRequest.CURSOR);

    private static final List<SortOptions> NEWEST_FIRST = List.of(
            SortOptionsBuilders.field(f -> f.field("parkedAt")
                    .order(SortOrder.Desc)
                    // Else the position is given in nanoseconds and read back in milliseconds.
                    .format("strict_date_optional_time_nanos")),
            SortOptionsBuilders.field(f -> f.field("id").order(SortOrder.Desc)));

    private DeadLetterListing() {}

    /** Those that are still parked, where no status is asked for. */
    static Listing<DeadLetterView> of(Parameters parameters) {
        Set<LetterStatus> status = parameters.anyOf("status", LetterStatus.class);
        List<FieldValue> names = (status.isEmpty() ? Set.of(LetterStatus.PARKED) : status)
                .stream().map(s -> FieldValue.of(s.name())).toList();
        BoolQuery.Builder all = QueryBuilders.bool();
        all.filter(q -> q.terms(t -> t.field("status").terms(v -> v.value(names))));
        term(all, "context", parameters.id("context"));
        term(all, "key", parameters.text("key"));
        term(all, "message.type", parameters.text("type"));
        return listing(all.build()._toQuery());
    }

    static Listing<DeadLetterView> one(String id) {
        return listing(QueryBuilders.term(t -> t.field("id").value(id)));
    }

    private static Listing<DeadLetterView> listing(Query query) {
        return new Listing<>(Projection.DEAD_LETTERS, DeadLetterView.class, query, NEWEST_FIRST, false);
    }

    private static void term(BoolQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.filter(q -> q.term(t -> t.field(field).value(value)));
        }
    }
}
