package derrick.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which feature of the domain may know which, and through which door the drivers come to persistence. */
final class FeatureRules {
    /** Every edge there may be. A new one is written here on purpose, or the feature does without. */
    static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("rig", Set.of()),
            Map.entry("quantity", Set.of()),
            Map.entry("store", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("field", Set.of()),
            Map.entry("page", Set.of("field")),
            Map.entry("document", Set.of("field")),
            Map.entry("sensor", Set.of("rig", "quantity", "time")),
            Map.entry("account", Set.of("field", "page", "store", "time")),
            Map.entry("change", Set.of("rig", "account", "document", "field", "page", "time")),
            Map.entry("prediction", Set.of("rig", "sensor", "document", "field", "page", "time")),
            Map.entry("reconciliation", Set.of("rig", "sensor", "document", "field", "page", "time")),
            Map.entry("systemlog", Set.of("account", "document", "field", "page", "time")),
            Map.entry("simulation", Set.of("rig", "sensor")),
            Map.entry("maintenance", Set.of("rig", "quantity", "reconciliation", "field", "page", "time")),
            Map.entry("well", Set.of("rig", "quantity", "document", "field", "page", "time")));

    static final ArchRule FEATURES_KNOW_ONLY_WHAT_IS_WRITTEN_DOWN = classes()
            .that()
            .resideInAPackage("..derrick.domain.*..")
            .should(knowOnlyWhatIsWrittenDown())
            .because("a feature that knows everything can be changed by nobody");

    static final ArchRule API_HAS_ONE_DOOR_TO_PERSISTENCE = oneDoor("api");

    static final ArchRule OPS_CLI_HAS_ONE_DOOR_TO_PERSISTENCE = oneDoor("ops");

    private static final Pattern FEATURE = Pattern.compile("(?:.*\\.)?derrick\\.domain\\.(\\w+).*");

    private FeatureRules() {}

    private static Optional<String> featureOf(JavaClass type) {
        Matcher name = FEATURE.matcher(type.getPackageName());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static ArchCondition<JavaClass> knowOnlyWhatIsWrittenDown() {
        return new ArchCondition<>("know only the features that are written down for theirs") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = featureOf(type).orElseThrow();
                for (Dependency edge : type.getDirectDependenciesFromSelf()) {
                    featureOf(edge.getTargetClass())
                            .filter(other -> !other.equals(own))
                            .filter(other ->
                                    !MAY_KNOW.getOrDefault(own, Set.of()).contains(other))
                            .ifPresent(other -> events.add(SimpleConditionEvent.violated(type, edge.getDescription())));
                }
            }
        };
    }

    private static ArchRule oneDoor(String driver) {
        return classes()
                .that()
                .resideInAPackage("..derrick." + driver + "..")
                .should(comeToPersistenceThroughOneClass())
                .because("a driver is wired in one place and speaks to ports everywhere else");
    }

    private static ArchCondition<JavaClass> comeToPersistenceThroughOneClass() {
        return new ArchCondition<>("come to persistence through one class") {
            private final Set<String> doors = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean door = type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(edge -> edge.getTargetClass().getPackageName().startsWith("derrick.persistence"));
                if (door) {
                    doors.add(type.getName().replaceAll("\\$.*", ""));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (doors.size() > 1) {
                    events.add(SimpleConditionEvent.violated(doors, "persistence is known to " + doors));
                }
                doors.clear();
            }
        };
    }
}
