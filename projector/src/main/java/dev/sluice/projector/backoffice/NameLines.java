package dev.sluice.projector.backoffice;

import static java.util.Objects.requireNonNull;

import dev.sluice.schemas.view.BackOfficeOrderView;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** An order came or changed: its lines get the names that their products have now. */
final class NameLines implements Processor<String, BackOfficeOrderView, String, BackOfficeOrderView> {
    private @Nullable ProcessorContext<String, BackOfficeOrderView> context;
    private @Nullable NameStores stores;

    @Override
    public void init(ProcessorContext<String, BackOfficeOrderView> context) {
        this.context = context;
        this.stores = new NameStores(context);
    }

    @Override
    public void process(Record<String, BackOfficeOrderView> order) {
        NameStores known = requireNonNull(stores);
        known.keep(order.value());
        requireNonNull(context).forward(order.withValue(Document.named(order.value(), known::name)));
    }
}
