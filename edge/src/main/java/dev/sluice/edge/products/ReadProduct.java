package dev.sluice.edge.products;

import dev.sluice.edge.http.Accept;
import dev.sluice.edge.http.AcceptEncoding;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.outcome.Arrivals;
import dev.sluice.edge.versions.Patience;
import dev.sluice.edge.versions.VersionTokens;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code GET /products/{sku}}, as JSON or as a page to look at. */
public final class ReadProduct {
    public static final List<String> MEDIA_TYPES = List.of(Answer.JSON, Page.HTML);

    private static final int LONGEST_SKU = 64;
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Nothing but the page's own style: even markup that got past the escaping could not run or load anything. */
    private static final AsciiString CONTENT_POLICY = AsciiString.cached(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    /** A cache before us must not answer with what it has where a version is demanded. */
    private static final AsciiString VARY = AsciiString.cached(
            HttpHeaderNames.ACCEPT + ", " + HttpHeaderNames.ACCEPT_ENCODING + ", " + VersionTokens.HEADER);

    private final Products products;
    private final Arrivals arrivals;
    private final VersionTokens tokens;
    private final Patience patience;
    private final AsciiString cacheControl;

    /**
     * @param patience with a page that is behind what a token demands
     * @param fresh how long others may keep a page without asking
     */
    public ReadProduct(Products products, Arrivals arrivals, VersionTokens tokens, Patience patience, Duration fresh) {
        this.products = products;
        this.arrivals = arrivals;
        this.tokens = tokens;
        this.patience = patience;
        this.cacheControl = AsciiString.cached(
                "public, max-age=" + fresh.toSeconds() + ", stale-while-revalidate=" + fresh.toSeconds());
    }

    public CompletableFuture<Answer> handle(Request request) {
        String sku = request.parameter("sku");
        if (!mayBeSku(sku)) {
            throw notFound(sku);
        }
        Demand demand = Demand.of(tokens.demanded(request), sku);
        return products.find(sku, request.loop())
                .thenCompose(finding -> demand.isMetBy(finding)
                        ? CompletableFuture.completedFuture(finding)
                        : await(sku, demand, request))
                .thenApply(finding -> answer(request, sku, finding));
    }

    private static boolean mayBeSku(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_SKU;
    }

    private CompletableFuture<Finding> await(String sku, Demand demand, Request request) {
        return arrivals.await(sku, demand::isMetBy, patience.of(request), request)
                .thenApply(found -> new Finding.Fresh(products.keep(sku, found.orElseThrow(Patience::over))));
    }

    private Answer answer(Request request, String sku, Finding finding) {
        return switch (finding) {
            case Finding.Fresh(Page page) -> answer(request, page).with(HttpHeaderNames.CACHE_CONTROL, cacheControl);
            case Finding.Stale(Page page, long age) -> stale(answer(request, page), age);
            case Finding.Absent() -> throw notFound(sku);
            case Finding.Unknown() ->
                throw Refusal.unavailable("Whether there is such a product cannot be told at the moment.", RETRY);
        };
    }

    private static Answer answer(Request request, Page page) {
        String wanted = Accept.best(request.header(HttpHeaderNames.ACCEPT), MEDIA_TYPES);
        Representation plain = page.as(wanted == null ? Answer.JSON : wanted, request.loop());
        Representation shown =
                AcceptEncoding.takesGzip(request.header(HttpHeaderNames.ACCEPT_ENCODING)) ? plain.gzipped() : plain;
        Answer answer = matches(request.header(HttpHeaderNames.IF_NONE_MATCH), shown.etag())
                ? Answer.empty(HttpResponseStatus.NOT_MODIFIED)
                : whole(shown);
        if (Page.HTML.equals(wanted)) {
            answer.with(HttpHeaderNames.CONTENT_SECURITY_POLICY, CONTENT_POLICY);
        }
        return answer.with(HttpHeaderNames.ETAG, shown.etag()).with(HttpHeaderNames.VARY, VARY);
    }

    private static Answer whole(Representation shown) {
        Answer answer = Answer.of(HttpResponseStatus.OK, shown.mediaType(), shown.body());
        return shown.coding() == null ? answer : answer.with(HttpHeaderNames.CONTENT_ENCODING, shown.coding());
    }

    /** Says so in the words of RFC 9211, and lets no other cache keep it. */
    private static Answer stale(Answer answer, long age) {
        return answer.with(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                .with(HttpHeaderNames.AGE, age)
                .with("Cache-Status", "sluice-edge; hit; fwd=stale; ttl=-" + age + "; detail=redis-away");
    }

    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    private static Refusal notFound(String sku) {
        return Refusal.notFound("There is no product " + sku + ".");
    }
}
