package dev.sluice.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import dev.sluice.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(
                "dev.sluice.schemas",
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.sluice.schemas..",
                                "java..",
                                "tools.jackson..",
                                "com.fasterxml..",
                                "org.jspecify..")
                        .as("schemas depends on nothing of ours, on Jackson and on nothing else"));
    }
}
