package derrick.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules where the system clock may be read. The domain is given a {@code Clock}. The other modules get the date
 * from the {@code Clock} that the Guice modules create; they may read {@code System.nanoTime} to measure durations.
 */
final class TimeRules {
    /** The classes outside the domain that may read the system clock, with the reasons. */
    static final Map<String, String> MAY_READ_THE_CLOCK = Map.of(
            "derrick.persistence.UseCasesModule", "binds the Clock",
            "derrick.api.ServerRuntime", "creates the Clock of the demo",
            "derrick.migrations.postgres.ConnectionPrefetch", "loads java.util.Calendar and discards the date");

    /** The methods that read the system clock, with expressions that call them. */
    private enum Reading {
        NOW(
                access -> owner(access).startsWith("java.time.")
                        && access.getName().equals("now")
                        && !takesClock(access),
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.LocalDateTime.now(java.time.ZoneOffset.UTC)",
                "java.time.ZonedDateTime.now()",
                "java.time.OffsetDateTime.now()",
                "java.time.Year.now()",
                "java.time.chrono.JapaneseDate.now()",
                "(java.util.function.Supplier<?>) java.time.Instant::now"),
        SYSTEM_CLOCK(
                access -> List.of("java.time.Clock", "java.time.InstantSource").contains(owner(access))
                        && access.getName().startsWith("system"),
                "java.time.Clock.systemUTC()",
                "java.time.Clock.systemDefaultZone()",
                "java.time.Clock.system(java.time.ZoneOffset.UTC)",
                "java.time.InstantSource.system()",
                "(java.util.function.Supplier<?>) java.time.Clock::systemUTC"),
        TICKING_CLOCK(
                access -> owner(access).equals("java.time.Clock")
                        && access.getName().matches("tick\\w+"),
                "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC)",
                "java.time.Clock.tickMinutes(java.time.ZoneOffset.UTC)",
                "java.time.Clock.tickMillis(java.time.ZoneOffset.UTC)"),
        CURRENT_TIME_MILLIS(
                access -> owner(access).equals("java.lang.System")
                        && access.getName().equals("currentTimeMillis"),
                "System.currentTimeMillis()",
                "(java.util.function.LongSupplier) System::currentTimeMillis"),
        NEW_DATE(
                access -> owner(access).equals("java.util.Date") && isConstructorWithoutParameters(access),
                "new java.util.Date()",
                "(java.util.function.Supplier<?>) java.util.Date::new"),
        CALENDAR_INSTANCE(
                access -> owner(access).equals("java.util.Calendar")
                        && access.getName().equals("getInstance"),
                "java.util.Calendar.getInstance()"),
        NEW_CALENDAR(
                access -> owner(access).equals("java.util.GregorianCalendar") && isConstructorWithoutParameters(access),
                "new java.util.GregorianCalendar()"),
        NANO_TIME(
                access -> owner(access).equals("java.lang.System")
                        && access.getName().equals("nanoTime"),
                "System.nanoTime()",
                "(java.util.function.LongSupplier) System::nanoTime");

        private final Predicate<JavaAccess<?>> reads;
        private final List<String> expressions;

        Reading(Predicate<JavaAccess<?>> reads, String... expressions) {
            this.reads = reads;
            this.expressions = List.of(expressions);
        }

        private Clause forbiddenIn(String where, DescribedPredicate<JavaClass> classes, String home) {
            return new Clause(
                    where + " does not read " + name(),
                    noClasses()
                            .that(classes)
                            .should()
                            .accessTargetWhere(DescribedPredicate.describe("reads the machine's clock", reads))
                            .because("a rule that reads the clock itself cannot be tested at another time"),
                    expressions.stream()
                            .map(expression -> """
                                    package %s;
                                    class %s%d { Object time = %s; }
                                    """.formatted(home, name(), expressions.indexOf(expression), expression))
                            .toList());
        }
    }

    static final List<Clause> CLAUSES = Stream.of(Reading.values())
            .flatMap(reading -> Stream.of(
                            reading.forbiddenIn("the domain", isInDomain(), "derrick.domain.time"),
                            reading.forbiddenIn("another module", isElsewhere(), "derrick.ops.time"))
                    .limit(reading == Reading.NANO_TIME ? 1 : 2))
            .toList();

    private TimeRules() {}

    /** Whether a class reads the system clock with one of these methods. */
    static boolean readsTheClock(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .anyMatch(access -> Stream.of(Reading.values())
                        .filter(reading -> reading != Reading.NANO_TIME)
                        .anyMatch(reading -> reading.reads.test(access)));
    }

    private static DescribedPredicate<JavaClass> isInDomain() {
        return JavaClass.Predicates.resideInAPackage("derrick.domain..");
    }

    private static DescribedPredicate<JavaClass> isElsewhere() {
        return DescribedPredicate.not(isInDomain())
                .and(DescribedPredicate.describe(
                        "are not listed as readers", type -> !MAY_READ_THE_CLOCK.containsKey(type.getName())));
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean isConstructorWithoutParameters(JavaAccess<?> access) {
        return access.getName().equals("<init>")
                && access.getTarget() instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }
}
