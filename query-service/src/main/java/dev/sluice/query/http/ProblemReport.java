package dev.sluice.query.http;

import dev.sluice.schemas.http.Problem;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tells as a problem what Tomcat refuses before any route sees it, in place of its HTML page. */
public final class ProblemReport extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(Problems.ofStatus(status).json());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client is gone, or has its answer already.
            container.getLogger().debug("no problem told", e);
        }
    }
}
