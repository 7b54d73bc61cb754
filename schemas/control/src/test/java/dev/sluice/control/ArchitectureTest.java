package dev.sluice.control;

import dev.sluice.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> followsTheHouseRules() {
        return HouseRules.of("dev.sluice.control", HouseRules.noPathToMySql("dev.sluice.control"));
    }
}
