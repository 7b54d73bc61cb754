package dev.sluice.query.http;

import dev.sluice.query.page.CursorExpired;
import dev.sluice.query.request.BadParameter;
import dev.sluice.query.search.SourceAway;
import dev.sluice.query.search.ViewBehind;
import dev.sluice.schemas.http.Problem;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every failure as an answer by RFC 9457. */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static ServerResponse of(Throwable failure, ServerRequest request) {
        return switch (failure) {
            case BadParameter bad -> badParameter(bad.name(), bad.mend());
            case InvalidParameterException _ -> badParameter("query", "Mend its percent-encoding, in UTF-8.");
            case CursorExpired expired -> expired(expired.mend());
            case SourceAway _ -> sourceAway();
            case ViewBehind _ -> viewBehind();
            default -> {
                log.error("{} {} failed", request.method(), request.path(), failure);
                yield answer(ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.value()), null);
            }
        };
    }

    static ServerResponse notFound(ServerRequest request) {
        String detail = "There is nothing to " + request.method() + " at " + request.path() + ".";
        return answer(plain(HttpStatus.NOT_FOUND.value(), detail), null);
    }

    /** A problem of which nothing more is known. */
    static Problem ofStatus(int status) {
        return plain(
                status,
                status >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                        ? "Something went wrong here, and the log says what."
                        : "The request is not well-formed: mend its path, its query string and its headers.");
    }

    private static ServerResponse badParameter(String name, String mend) {
        String detail = String.format(Locale.ROOT, "The parameter %s is wrong. %s", name, mend);
        return answer(
                new Problem(
                        "/problems/bad-parameter",
                        "Bad parameter",
                        HttpStatus.BAD_REQUEST.value(),
                        detail,
                        null,
                        List.of(new Problem.Flaw(name, mend))),
                null);
    }

    private static ServerResponse expired(String detail) {
        return answer(
                new Problem("/problems/cursor-expired", "Cursor expired", HttpStatus.GONE.value(), detail, null, null),
                null);
    }

    private static ServerResponse sourceAway() {
        String seconds = Long.toString(SourceAway.RETRY_AFTER.toSeconds());
        String detail = "The search index does not answer now. Try again in " + seconds + " s.";
        return answer(plain(HttpStatus.SERVICE_UNAVAILABLE.value(), detail), seconds);
    }

    private static ServerResponse viewBehind() {
        String detail =
                "The search index does not show yet what your version token says was written. It will: try again, or"
                        + " leave the token out to see what there is.";
        return answer(
                new Problem(
                        "/problems/view-behind",
                        "The view is behind",
                        HttpStatus.SERVICE_UNAVAILABLE.value(),
                        detail,
                        null,
                        null),
                Integer.toString(ViewBehind.RETRY_AFTER));
    }

    /** The status says it all, so the problem needs no type of its own (RFC 9457, 4.2.1). */
    private static Problem plain(int status, String detail) {
        HttpStatus known = HttpStatus.resolve(status);
        return new Problem(
                "about:blank", known == null ? "Error" : known.getReasonPhrase(), status, detail, null, null);
    }

    private static ServerResponse answer(Problem problem, @Nullable String retryAfter) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore());
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.body(problem);
    }
}
