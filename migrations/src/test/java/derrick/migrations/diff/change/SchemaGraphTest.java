package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogObject.Kind;
import derrick.migrations.catalog.Dependencies;
import derrick.migrations.catalog.Dependencies.Node;
import derrick.migrations.catalog.OtherObject;
import derrick.migrations.catalog.Routine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaGraphTest {
    private static final Node RIG = new Node(Kind.TABLE, "rig");
    private static final Node COUNT = new Node(Kind.FUNCTION, "count_rigs()");

    private final SchemaGraph graph = new SchemaGraph(new Catalog(
            Map.of(),
            Map.of(),
            Map.of("count_rigs()", new Routine("count_rigs()", """
                    CREATE OR REPLACE FUNCTION count_rigs()
                     RETURNS bigint
                     LANGUAGE sql
                    AS $function$SELECT count(*) FROM rig$function$
                    """, Optional.empty())),
            Map.of("rig", table("rig", column("id", "bigint")), "rig.s", table("rig.s")),
            Map.of(),
            Map.of("policy rig.mine", other("policy", "rig.mine"), "domain rig.metres", other("domain", "rig.metres")),
            Map.of(),
            new Dependencies(Map.of())));

    @Test
    void theBodyOfAnSqlFunctionDeterminesTheOrderOfCreationOnly() {
        assertThat(graph.inOrder(List.of(COUNT, RIG))).containsExactly(RIG, COUNT);
        assertThat(graph.order().needs().get(COUNT)).containsExactly(RIG);
        assertThat(graph.dependencies().needs()).doesNotContainKey(COUNT);
    }

    @Test
    void aColumnBelongsToItsTable() {
        Node id = Node.part(Kind.COLUMN, "rig", "id");

        assertThat(graph.ownerOrSelf(id)).isEqualTo(RIG);
        assertThat(graph.ownerOrSelf(RIG)).isEqualTo(RIG);
        assertThat(graph.object(id)).isPresent();
        assertThat(graph.object(Node.part(Kind.DEFAULT, "rig", "id"))).isEmpty();
    }

    @Test
    void aPolicyBelongsToItsTableAndADomainToNone() {
        assertThat(graph.owner(other("policy", "rig.mine"))).contains(RIG);
        assertThat(graph.owner(other("policy", "rig.s.mine"))).contains(new Node(Kind.TABLE, "rig.s"));
        assertThat(graph.owner(other("domain", "rig.metres"))).isEmpty();
        assertThat(graph.dependencies().needs().get(new Node(Kind.OTHER, "policy rig.mine")))
                .containsExactly(RIG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT rig FROM a | true
            SELECT yard.rig.id | true
            SELECT rigs | false
            SELECT my_rig | false
            SELECT $rig$ | false
            """)
    void aNameIsFoundAsAWholeWord(String text, boolean mentioned) {
        assertThat(SchemaGraph.mentions(text, "rig")).isEqualTo(mentioned);
    }

    private static OtherObject other(String type, String name) {
        return new OtherObject(type, name, Map.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
