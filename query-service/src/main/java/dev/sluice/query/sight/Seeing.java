package dev.sluice.query.sight;

import dev.sluice.schemas.http.Sees;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Keeps, for as long as a request lasts, what the edge says its reader may see. */
@Component
final class Seeing implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean personal =
                request instanceof HttpServletRequest asked && Sees.PERSONAL.equals(asked.getHeader(Sees.HEADER));
        try {
            ScopedValue.where(Sight.NOW, personal ? Sight.PERSONAL : Sight.MASKED)
                    .call(() -> {
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
