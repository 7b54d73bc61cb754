package dev.sluice.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/** The architecture as sentences, each a test. A module checks itself with {@code HouseRules.of("dev.sluice.edge")}. */
public final class HouseRules {

    private static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(liveInANullMarkedPackage())
            .as("every package has a package-info that marks it @NullMarked");

    private static final ArchRule NOBODY_READS_THE_CLOCK_BEHIND_YOUR_BACK = noClasses()
            .should(callMethod(Instant.class, "now"))
            .orShould(callMethod(System.class, "currentTimeMillis"))
            .as("time comes from an injected Clock, never from Instant.now()");

    private static final ArchRule NOBODY_SLEEPS = noClasses()
            .should(callMethod(Thread.class, "sleep", long.class))
            .orShould(callMethod(Thread.class, "sleep", java.time.Duration.class))
            .as("nobody sleeps to synchronise");

    private HouseRules() {}

    /** The rules that hold in every module, for all classes below the package. */
    public static Stream<DynamicTest> of(String basePackage, ArchRule... more) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        List<ArchRule> rules = new ArrayList<>(List.of(
                EVERY_PACKAGE_IS_NULL_MARKED,
                NOBODY_READS_THE_CLOCK_BEHIND_YOUR_BACK,
                NOBODY_SLEEPS,
                slices().matching(basePackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true)
                        .as("packages of " + basePackage + " form no cycle")));
        rules.addAll(List.of(more));
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    /** For services that answer reads: whatever is in there, it cannot reach MySQL. */
    public static ArchRule noPathToMySql(String basePackage) {
        return noClasses()
                .that()
                .resideInAPackage(basePackage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.mysql..", "org.springframework.jdbc..")
                .as("no read service has a path to MySQL");
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
