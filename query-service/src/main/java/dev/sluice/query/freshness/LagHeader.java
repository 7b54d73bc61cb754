package dev.sluice.query.freshness;

import dev.sluice.control.Lags;
import dev.sluice.schemas.view.Projection;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says with each answer how far the projection behind it is behind, as it was before the answer was read. */
final class LagHeader implements Filter {
    private static final String STORE = "elasticsearch";

    private final Lags lags;

    LagHeader(Lags lags) {
        this.lags = lags;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer) {
            Projection projection = behind(asked.getRequestURI());
            if (projection != null) {
                answer.setHeader(Lags.HEADER, lags.header(projection, STORE));
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Projection behind(String path) {
        if (path.startsWith("/admin/dead-letters")) {
            return Projection.DEAD_LETTERS;
        }
        if (path.startsWith("/products")) {
            return Projection.PRODUCT_PAGE;
        }
        return path.startsWith("/admin/") || path.startsWith("/customers/") ? Projection.BACK_OFFICE_ORDERS : null;
    }
}
