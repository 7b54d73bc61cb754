package dev.sluice.query.search;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.schemas.view.Projection;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keeps to one generation of each projection for as long as a request lasts, however many searches it makes. It is a filter, so
 * that the body is written within the request, too.
 */
final class PinnedIndices implements Indices, Filter {
    private static final ScopedValue<Map<Projection, Integer>> PINNED = ScopedValue.newInstance();

    private final LiveGenerations generations;

    PinnedIndices(LiveGenerations generations) {
        this.generations = generations;
    }

    @Override
    public int live(Projection projection) {
        return PINNED.isBound() ? PINNED.get().computeIfAbsent(projection, this::now) : now(projection);
    }

    private int now(Projection projection) {
        Live live = generations.live(projection);
        if (live == null) {
            throw new SourceAway("Kafka has not told yet which generation of " + projection.id() + " is live");
        }
        return live.generation();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            ScopedValue.where(PINNED, new EnumMap<>(Projection.class)).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
