package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.backup.TableDefinition.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableDefinitionTest {
    private static final QualifiedName NAME = new QualifiedName("public", "odd \"Name");

    @Test
    void copyLeavesOutInheritingTablesAndReadsPartitions() {
        TableDefinition plain = new TableDefinition(NAME, List.of("id", "select"), Optional.empty(), List.of());
        TableDefinition partitioned = new TableDefinition(NAME, List.of("id"), Optional.of("RANGE (id)"), List.of());

        assertThat(plain.copyOut())
                .isEqualTo("COPY (SELECT \"id\", \"select\" FROM ONLY \"public\".\"odd \"\"Name\") TO STDOUT");
        assertThat(plain.copyIn()).isEqualTo("COPY \"public\".\"odd \"\"Name\" (\"id\", \"select\") FROM STDIN");
        assertThat(partitioned.query()).isEqualTo("SELECT \"id\" FROM \"public\".\"odd \"\"Name\"");
    }

    @Test
    void aTableWithoutColumnsHasNoColumnList() {
        TableDefinition empty = new TableDefinition(NAME, List.of(), Optional.empty(), List.of());

        assertThat(empty.copyIn()).isEqualTo("COPY \"public\".\"odd \"\"Name\"  FROM STDIN");
        assertThat(empty.query()).isEqualTo("SELECT  FROM ONLY \"public\".\"odd \"\"Name\"");
    }

    @Test
    void onlyColumnsOfBothDefinitionsAreSaved() {
        TableDefinition own = new TableDefinition(NAME, List.of("c", "a", "b"), Optional.empty(), List.of());
        TableDefinition other = new TableDefinition(NAME, List.of("a", "c", "d"), Optional.empty(), List.of());

        assertThat(own.withColumnsOf(other).columns()).containsExactly("c", "a");
    }

    @Test
    void aPartitionIsCreatedWithItsBoundsAndItsOwnKey() {
        QualifiedName parent = new QualifiedName("public", "journal");
        assertThat(new TableDefinition.Partition(
                                new QualifiedName("s", "p"), parent, "DEFAULT", Optional.of("LIST (rig)"))
                        .definition())
                .isEqualTo("CREATE TABLE \"s\".\"p\" PARTITION OF \"public\".\"journal\" DEFAULT"
                        + " PARTITION BY LIST (rig)");
    }

    @Test
    void messagesOmitTheSchemaPublic() {
        assertThat(NAME).hasToString("odd \"Name");
        assertThat(new QualifiedName("s", "p")).hasToString("s.p");
    }
}
