package dev.sluice.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.sluice.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String[] AGGREGATES = {
        "dev.sluice.command.order..",
        "dev.sluice.command.stock..",
        "dev.sluice.command.payment..",
        "dev.sluice.command.quote..",
        "dev.sluice.command.participant..",
        "dev.sluice.command.tcc..",
        "dev.sluice.command.message.."
    };

    private static final String[] TECHNOLOGY = {
        "org.springframework..", "org.apache.kafka..", "java.sql..", "javax.sql..", "com.mysql..", "com.zaxxer.."
    };

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(
                "dev.sluice.command",
                noClasses()
                        .that()
                        .resideInAnyPackage(AGGREGATES)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(TECHNOLOGY)
                        .as("aggregates know no Spring, Kafka or JDBC"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.sluice.command.tcc..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.axonframework..")
                        .as("the state machine of branches is pure"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.sluice.command.hosting..")
                        .and()
                        .resideOutsideOfPackage("dev.sluice.command")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework..")
                        .as("only hosting and the main class know Spring"));
    }
}
