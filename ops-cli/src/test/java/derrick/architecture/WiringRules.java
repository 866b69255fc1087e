package derrick.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rule that each driver uses persistence in one class. */
final class WiringRules {
    static final List<Clause> CLAUSES = List.of(oneUser("api"), oneUser("ops"));

    private WiringRules() {}

    private static Clause oneUser(String driver) {
        return Clause.of(
                "one class of " + driver + " uses persistence",
                classes()
                        .that()
                        .resideInAPackage("derrick." + driver + "..")
                        .should(usePersistenceInOneClass())
                        .because("a driver is wired in one class and uses ports everywhere else"),
                """
                package derrick.%s.wiring;
                class First { derrick.persistence.PersistenceModule module; }
                class Second { derrick.persistence.PersistenceModule module; }
                """.formatted(driver));
    }

    private static ArchCondition<JavaClass> usePersistenceInOneClass() {
        return new ArchCondition<>("use persistence in one class") {
            private final Set<String> users = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(edge -> edge.getTargetClass().getPackageName().startsWith("derrick.persistence"))) {
                    users.add(type.getName().replaceAll("\\$.*", ""));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (users.size() > 1) {
                    events.add(SimpleConditionEvent.violated(users, "persistence is used by " + users));
                }
                users.clear();
            }
        };
    }
}
