package dev.sluice.projector.backoffice;

import static java.util.Objects.requireNonNull;

import dev.sluice.schemas.view.BackOfficeOrderView;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A product came or was renamed: every order of this partition that holds it says so. */
final class RenameProduct implements Processor<String, ProductName, String, BackOfficeOrderView> {
    private @Nullable ProcessorContext<String, BackOfficeOrderView> context;
    private @Nullable NameStores stores;

    @Override
    public void init(ProcessorContext<String, BackOfficeOrderView> context) {
        this.context = context;
        this.stores = new NameStores(context);
    }

    @Override
    public void process(Record<String, ProductName> product) {
        NameStores known = requireNonNull(stores);
        ProductName now = product.value();
        ProductName before = known.name(product.key());
        if (before != null && now.version() < before.version()) {
            return;
        }
        known.keep(product.key(), now);
        // The same version once more means that a crash may have cut the first round short: go round again.
        if (before == null || now.version() == before.version() || !now.saysTheSameAs(before)) {
            known.forEachOrderOf(product.key(), order -> forward(product, Document.named(order, known::name)));
        }
    }

    private void forward(Record<String, ProductName> cause, BackOfficeOrderView order) {
        requireNonNull(context).forward(new Record<>(order.id(), order, cause.timestamp(), cause.headers()));
    }
}
