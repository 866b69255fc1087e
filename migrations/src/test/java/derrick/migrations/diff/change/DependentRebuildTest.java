package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.index;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Dependencies;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.Routine;
import derrick.migrations.catalog.Table;
import derrick.migrations.catalog.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Finds the objects that PostgreSQL makes one drop before a change, in a schema with a view of a view. */
class DependentRebuildTest {
    private static final Node SPEED = new Node(Kind.COLUMN, "rig.speed");
    private static final Node FAST = new Node(Kind.VIEW, "fast");
    private static final Node FASTEST = new Node(Kind.VIEW, "fastest");
    private static final Node INDEX = new Node(Kind.INDEX, "rig.rig_speed");

    private static final SchemaGraph INTEGER = new SchemaGraph(schema("integer"));
    private static final SchemaGraph BIGINT = new SchemaGraph(schema("bigint"));
    private static final SchemaGraph TEXT = new SchemaGraph(schema("text"));

    @Test
    void viewsOfAConvertedColumnAreDroppedAndCreatedAgain() {
        DependentRebuild rebuild = DependentRebuild.of(INTEGER, BIGINT, List.of(), List.of(SPEED));

        assertThat(rebuild.replaced()).containsExactly(FAST, FASTEST);
        assertThat(rebuild.converted()).containsExactly(SPEED);
        assertThat(rebuild.drops().stream().flatMap(step -> step.up().stream()))
                .containsExactly("DROP VIEW fastest", "DROP VIEW fast");
        assertThat(rebuild.creation(FAST).up()).containsExactly("CREATE VIEW fast AS\nSELECT speed FROM rig");
        assertThat(rebuild.recreated()).containsExactlyInAnyOrder(FAST, FASTEST);
    }

    @Test
    void aPartialIndexIsCreatedAgainIfValuesOfTheNewTypeCompareDifferently() {
        assertThat(DependentRebuild.of(INTEGER, TEXT, List.of(), List.of(SPEED)).replaced())
                .containsExactly(INDEX, FAST, FASTEST);
    }

    @Test
    void objectsThatAreNotDeclaredAnyMoreAreOnlyDropped() {
        SchemaGraph withoutViews =
                new SchemaGraph(Catalog.EMPTY.withTables(schema("bigint").tables()));

        DependentRebuild rebuild = DependentRebuild.of(INTEGER, withoutViews, List.of(FAST), List.of());

        assertThat(rebuild.drops()).hasSize(2);
        assertThat(rebuild.recreated()).isEmpty();
    }

    @Test
    void aReplacedColumnLosesItsValues() {
        DependentRebuild rebuild = DependentRebuild.of(INTEGER, BIGINT, List.of(SPEED), List.of());

        assertThat(rebuild.drops().stream().flatMap(step -> step.loss().stream()))
                .extracting(loss -> loss.what())
                .containsExactly("the values of rig.speed");
    }

    @Test
    void aChangeIsMadeBetweenDropsAndCreations() {
        assertThat(DependentRebuild.of(INTEGER, INTEGER, List.of(FASTEST), List.of())
                        .around(List.of("SELECT 1")))
                .containsExactly(
                        "DROP VIEW fastest", "SELECT 1", "CREATE VIEW fastest AS\nSELECT max(speed) FROM fast");
    }

    @Test
    void partitionsOfPartitionsAreDescendants() {
        Table year = partition("year", "log");
        Catalog catalog = derrick.migrations.diff.TestCatalog.catalog(
                table("log", column("at", "date")), year, partition("month", "year"), table("rig"));

        assertThat(DependentRebuild.withDescendants("log", new SchemaGraph(catalog)))
                .containsExactly("log", "month", "year");
    }

    private static Table partition(String name, String parent) {
        return new Table(
                name,
                false,
                Optional.of(new Table.PartitionOf(parent, "DEFAULT")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Catalog schema(String type) {
        Table rig = table(
                "rig",
                List.of(column("speed", type)),
                List.of(),
                List.of(index("rig_speed", "CREATE INDEX rig_speed ON rig USING btree (speed) WHERE speed > 0")));
        return new Catalog(
                Map.of(),
                Map.of(),
                Map.<String, Routine>of(),
                Map.of("rig", rig),
                Map.of(
                        "fast", view("fast", "SELECT speed FROM rig"),
                        "fastest", view("fastest", "SELECT max(speed) FROM fast")),
                Map.of(),
                Map.of(),
                new Dependencies(Map.of(FAST, Set.of(SPEED), FASTEST, Set.of(FAST), INDEX, Set.of(SPEED))));
    }

    private static View view(String name, String definition) {
        return new View(name, false, definition, Optional.empty(), Optional.empty(), List.of());
    }
}
