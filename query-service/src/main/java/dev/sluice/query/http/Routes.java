package dev.sluice.query.http;

import dev.sluice.query.deadletters.DeadLetters;
import dev.sluice.query.export.ExportFormat;
import dev.sluice.query.orders.Orders;
import dev.sluice.query.products.Products;
import dev.sluice.query.sales.Sales;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> routing(
            Orders orders, Sales sales, DeadLetters deadLetters, Products products, Health health) {
        return RouterFunctions.route()
                .GET(
                        "/admin/orders",
                        RequestPredicates.accept(MediaType.APPLICATION_JSON),
                        request -> personal(orders.all(request.params())))
                .GET("/admin/orders", accept(ExportFormat.CSV), export(orders, ExportFormat.CSV))
                .GET("/admin/orders", accept(ExportFormat.NDJSON), export(orders, ExportFormat.NDJSON))
                .GET("/admin/sales", request -> personal(sales.of(request.params())))
                .GET("/admin/dead-letters", request -> personal(deadLetters.find(request.params())))
                .GET(
                        "/admin/dead-letters/{id}",
                        request -> deadLetters
                                .one(request.pathVariable("id"), request.params())
                                .map(Routes::personal)
                                .orElseGet(() -> Problems.notFound(request)))
                .GET("/admin/in-doubt", request -> personal(orders.troubled(request.params())))
                .GET(
                        "/customers/{id}/orders",
                        request -> personal(orders.ofCustomer(request.pathVariable("id"), request.params())))
                .GET("/products", request -> ServerResponse.ok().body(products.find(request.params())))
                .GET("/health/live", health::live)
                .GET("/health/ready", health::ready)
                .route(RequestPredicates.all(), Problems::notFound)
                .onError(failure -> !Download.brokeOff(failure), Problems::of)
                .build();
    }

    private static RequestPredicate accept(ExportFormat format) {
        return RequestPredicates.accept(MediaType.parseMediaType(format.mediaType()));
    }

    private static HandlerFunction<ServerResponse> export(Orders orders, ExportFormat format) {
        return request -> Download.of(orders.export(format, request.params()));
    }

    private static ServerResponse personal(Object page) {
        return ServerResponse.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
