package dev.sluice.query.export;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.BackOfficeOrderView;
import java.io.BufferedOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

/** What an export may look like. */
public enum ExportFormat {
    /** By RFC 4180, an order a line. */
    CSV("text/csv;header=present;charset=UTF-8", "orders.csv") {
        @Override
        Writer on(OutputStream out) throws IOException {
            return new CsvOrders(out);
        }
    },
    /** An order a line, as the search shows it. */
    NDJSON("application/x-ndjson", "orders.ndjson") {
        @Override
        Writer on(OutputStream out) {
            return new JsonLines(new BufferedOutputStream(out));
        }
    };

    private final String mediaType;
    private final String fileName;

    ExportFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public String fileName() {
        return fileName;
    }

    /** Leaves the stream open. */
    abstract Writer on(OutputStream out) throws IOException;

    /** Writes orders one after the other. */
    interface Writer extends Flushable {
        void write(BackOfficeOrderView order) throws IOException;
    }

    private record JsonLines(OutputStream out) implements Writer {
        @Override
        public void write(BackOfficeOrderView order) throws IOException {
            out.write(Json.MAPPER.writeValueAsBytes(order));
            out.write('\n');
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
