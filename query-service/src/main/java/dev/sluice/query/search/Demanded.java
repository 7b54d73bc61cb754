package dev.sluice.query.search;

import dev.sluice.schemas.version.EntityVersions;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps, for as long as a request lasts, what it must be shown at least: the edge passes on what the client's version tokens say. */
final class Demanded implements Filter {
    private static final ScopedValue<Demand> DEMANDED = ScopedValue.newInstance();

    /** @param met by these indices already */
    private record Demand(EntityVersions versions, Set<String> met) {}

    /** What the index must still be asked for; nothing where it was found to show it before. */
    static EntityVersions of(String index) {
        return DEMANDED.isBound() && !DEMANDED.get().met().contains(index)
                ? DEMANDED.get().versions()
                : EntityVersions.NONE;
    }

    static void met(String index) {
        DEMANDED.get().met().add(index);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        EntityVersions versions = versions(request);
        if (versions.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            ScopedValue.where(DEMANDED, new Demand(versions, new HashSet<>())).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static EntityVersions versions(ServletRequest request) {
        @Nullable
        String header = request instanceof HttpServletRequest asked ? asked.getHeader(EntityVersions.HEADER) : null;
        return header == null || header.isEmpty() ? EntityVersions.NONE : EntityVersions.parse(header);
    }
}
