package dev.sluice.query.http;

import dev.sluice.query.export.OrderExport;
import dev.sluice.query.search.SourceAway;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/** An export as an answer. Where it breaks off the connection is cut, so that nobody takes half a file for a whole one. */
final class Download {

    private Download() {}

    static ServerResponse of(OrderExport export) {
        return ServerResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, export.format().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(export.format().fileName())
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .build((_, response) -> {
                    try (export) {
                        export.writeTo(response.getOutputStream());
                    } catch (RuntimeException e) {
                        throw new BrokenOff(e);
                    }
                    return null;
                });
    }

    /** Then the answer is under way, or its client is gone: it is too late for a problem, and Tomcat cuts the connection. */
    static boolean brokeOff(Throwable failure) {
        return failure instanceof BrokenOff || failure instanceof IOException;
    }

    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Of an Elasticsearch that is away the log tells already. */
        BrokenOff(RuntimeException why) {
            super("an export broke off: " + why.getMessage(), why instanceof SourceAway ? null : why, false, false);
        }
    }
}
