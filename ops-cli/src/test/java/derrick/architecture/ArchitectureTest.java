package derrick.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each clause of the rules holds in all modules, and rejects each of its offenders. */
final class ArchitectureTest {
    private static final JavaClasses HOUSE = Project.CLASSES;

    static final List<Clause> CLAUSES = Stream.of(
                    LayerRules.CLAUSES, TimeRules.CLAUSES, StyleRules.CLAUSES, WiringRules.CLAUSES)
            .flatMap(List::stream)
            .toList();

    @TempDir
    static Path output;

    private static Offenders offenders;

    @BeforeAll
    static void compileTheOffenders() {
        offenders = Offenders.compile(
                CLAUSES.stream().flatMap(clause -> clause.offenders().stream()).toList(), output);
    }

    @ParameterizedTest
    @FieldSource("CLAUSES")
    void aClauseHolds(Clause clause) {
        clause.rule().check(HOUSE);
    }

    @ParameterizedTest
    @FieldSource("CLAUSES")
    void aClauseRejectsEachOffender(Clause clause) {
        assertThat(clause.offenders())
                .isNotEmpty()
                .allSatisfy(offender -> assertThat(
                                clause.rule().evaluate(offenders.of(offender)).hasViolation())
                        .isTrue());
    }

    @Test
    void theClassesOfAllModulesAreChecked() {
        assertThat(Project.MODULES)
                .allSatisfy(module -> assertThat(HOUSE.stream()
                                .map(type ->
                                        type.getSource().orElseThrow().getUri().getPath()))
                        .anyMatch(path -> path.contains("/" + module + "/target/classes/")));
    }

    @Test
    void eachClassThatMayReadTheClockDoes() {
        assertThat(HOUSE.stream().filter(TimeRules::readsTheClock).map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(TimeRules.MAY_READ_THE_CLOCK.keySet());
    }

    @Test
    void eachPrefixOfAdaptersIsUsed() {
        assertThat(StyleRules.ADAPTER_PREFIXES)
                .allSatisfy(prefix -> assertThat(
                                HOUSE.that(StyleRules.isAdapter()).stream().map(JavaClass::getSimpleName))
                        .anyMatch(name -> name.startsWith(prefix)));
    }
}
