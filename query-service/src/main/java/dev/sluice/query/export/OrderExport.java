package dev.sluice.query.export;

import dev.sluice.query.search.Reading;
import dev.sluice.query.sight.Sight;
import dev.sluice.schemas.view.BackOfficeOrderView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A list of orders that is written as it is read: no more than a portion of it is ever in memory. */
public final class OrderExport implements AutoCloseable {
    private final ExportFormat format;
    private final Sight sight = Sight.now();
    private final Reading<BackOfficeOrderView> orders;
    private final List<BackOfficeOrderView> first;

    /** Reads the first portion, so that whoever cannot be served learns it before anything is written. */
    public OrderExport(ExportFormat format, Reading<BackOfficeOrderView> orders) {
        this.format = format;
        this.orders = orders;
        try {
            this.first = orders.next();
        } catch (RuntimeException e) {
            orders.close();
            throw e;
        }
    }

    public ExportFormat format() {
        return format;
    }

    /** As fast as it is taken. What it throws means that the file is incomplete. */
    public void writeTo(OutputStream out) throws IOException {
        ExportFormat.Writer writer = format.on(out);
        for (List<BackOfficeOrderView> portion = first; !portion.isEmpty(); portion = orders.next()) {
            for (BackOfficeOrderView order : portion) {
                writer.write(sight.show(order));
            }
        }
        writer.flush();
    }

    @Override
    public void close() {
        orders.close();
    }
}
