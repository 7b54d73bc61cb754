package dev.sluice.query.http;

import dev.sluice.query.deadletters.DeadLetters;
import dev.sluice.query.orders.Orders;
import dev.sluice.query.products.Products;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> routing(Orders orders, DeadLetters deadLetters, Products products, Health health) {
        return RouterFunctions.route()
                .GET("/admin/orders", request -> personal(orders.all(request.params())))
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
                .onError(failure -> true, Problems::of)
                .build();
    }

    private static ServerResponse personal(Object page) {
        return ServerResponse.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
