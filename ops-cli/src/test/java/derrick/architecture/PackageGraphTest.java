package derrick.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The package graphs are those of the classes, edge by edge. */
final class PackageGraphTest {
    private static final JavaClasses HOUSE = Project.CLASSES;

    static final List<PackageGraph> GRAPHS = PackageGraphs.ALL;

    /** A module in which {@code one} uses {@code two} and {@code two.inner}. */
    private static final String SOURCES = """
            package sample.one;
            class One { sample.two.Two two; sample.two.inner.Inner inner; String text; }
            package sample.two;
            public class Two {}
            package sample.two.inner;
            public class Inner {}
            package sample;
            class Root {}
            """;

    @ParameterizedTest
    @FieldSource("GRAPHS")
    void aModuleHasTheWrittenPackagesAndEdges(PackageGraph graph) {
        assertThat(String.join("\n", graph.differences(HOUSE))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("GRAPHS")
    void anEdgeThatIsNotWrittenIsFound(PackageGraph graph) {
        graph.uses()
                .forEach((user, all) ->
                        all.forEach(used -> assertThat(graph.without(user, used).differences(HOUSE))
                                .singleElement()
                                .asString()
                                .startsWith("not in the table: " + user + ": " + used + " (")));
    }

    @Test
    void packagesUseEachOtherOnlyWhereListed() {
        assertThat(PackageGraphs.ALL.stream()
                        .flatMap(graph -> graph.onCycles().stream().map(name -> graph.root() + " " + name)))
                .containsExactlyInAnyOrderElementsOf(PackageGraphs.ON_CYCLES);
    }

    @Test
    void aGraphThatIsWrittenInFullHasNoDifferences(@TempDir Path output) {
        assertThat(differences(output, """
                .:
                one: two two.inner
                two:
                two.inner:
                """)).isEmpty();
    }

    @Test
    void aPackageThatIsNotWrittenIsFound(@TempDir Path output) {
        assertThat(differences(output, """
                one: two two.inner
                two:
                """)).containsExactly("not in the table: .", "not in the table: two.inner");
    }

    @Test
    void aWrittenPackageWithoutClassesIsFound(@TempDir Path output) {
        assertThat(differences(output, """
                .:
                gone:
                one: two two.inner
                two:
                two.inner:
                """)).containsExactly("in the table, without classes: gone");
    }

    @Test
    void aWrittenEdgeThatNoClassHasIsFound(@TempDir Path output) {
        assertThat(differences(output, """
                .:
                one: two two.inner
                two: one
                two.inner:
                """)).containsExactly("in the table, used by no class: two: one");
    }

    @Test
    void packagesThatUseThemselvesThroughOthersAreOnACycle() {
        assertThat(PackageGraph.parse("sample", """
                a: b
                b: c
                c: b
                """).onCycles()).containsExactly("b", "c");
    }

    private static List<String> differences(Path output, String table) {
        return PackageGraph.parse("sample", table)
                .differences(Offenders.compile(List.of(SOURCES), output).of(SOURCES));
    }
}
