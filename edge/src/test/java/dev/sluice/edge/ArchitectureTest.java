package dev.sluice.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final ArchRule HTTP_KNOWS_NO_SHOP = noClasses()
            .that()
            .resideInAnyPackage("..edge.http..", "..edge.routing..", "..edge.server..", "..edge.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..schemas.order..", "..schemas.stock..", "..schemas.catalog..", "..schemas.view..")
            .as("what carries requests knows nothing of orders and products");

    private static final ArchRule NOBODY_WAITS = noClasses()
            .should()
            .callMethod(java.util.concurrent.CompletableFuture.class, "join")
            .orShould()
            .callMethod(java.util.concurrent.CompletableFuture.class, "get")
            .as("nobody waits for a future, since it might be an event loop that does");

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(
                "dev.sluice.edge", HouseRules.noPathToMySql("dev.sluice.edge"), HTTP_KNOWS_NO_SHOP, NOBODY_WAITS);
    }
}
