package derrick.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.scratch.ScratchServer;
import derrick.migrations.testing.TestDatabase;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeclaredSchemaTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final ScratchServer scratch = database.scratch();
    private final Revisions revisions = Revisions.packaged();

    @Test
    void theRevisionsCreateTheDeclaredSchema() {
        Catalog declared = scratch.of(DeclaredSchema.packaged());

        assertThat(CatalogDifference.between(
                        declared, scratch.after(revisions.upgradeScripts(Optional.of(revisions.head())))))
                .isEmpty();
        assertThat(CatalogDifference.between(declared, CatalogReader.read(database.dataSource())))
                .isEmpty();
        assertThat(declared.tables()).hasSize(18);
    }

    @Test
    void eachTableHasAFileWithItsName() {
        assertThat(DeclaredSchema.packaged().scripts())
                .extracting(Script::file)
                .containsExactlyElementsOf(CatalogReader.read(database.dataSource()).tables().values().stream()
                        .filter(table -> table.partitionOf().isEmpty())
                        .map(Table::name)
                        .map(table -> table + ".sql")
                        .toList());
    }

    @Test
    void filesMayDependOnEachOtherInAnyOrder() {
        Catalog catalog = scratch.of(declared(
                "CREATE VIEW a AS SELECT id FROM c; COMMENT ON VIEW a IS 'the ids';",
                "CREATE TABLE b (id integer PRIMARY KEY, c integer); ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c;",
                "CREATE TABLE c (id integer PRIMARY KEY, b integer REFERENCES b, mood mood);",
                "CREATE TYPE mood AS ENUM ('good', 'bad');"));

        assertThat(catalog.views().values()).extracting(View::comment).containsExactly(Optional.of("the ids"));
        assertThat(catalog.tables().keySet()).containsExactly("b", "c");
        assertThat(Stream.of("b", "c")
                        .map(table -> catalog.table(table).orElseThrow().constraints()))
                .allSatisfy(constraints -> assertThat(constraints).hasSize(2));
    }

    @Test
    void aFileThatNeedsAnUndeclaredObjectIsReported() {
        assertThatThrownBy(() -> scratch.of(declared("CREATE TABLE a (id integer);\n\nCREATE INDEX ON nowhere (id);")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("schema/0.sql, line 3: relation \"nowhere\" does not exist (SQLSTATE 42P01)");
    }

    @Test
    void tablesOfTheLiveSchemaAreNotVisible() {
        assertThatThrownBy(() -> scratch.of(declared("DROP TABLE sensor_data;")))
                .hasMessageContaining("table \"sensor_data\" does not exist");
        assertThat(CatalogReader.read(database.dataSource()).table("sensor_data"))
                .isPresent();
    }

    private static DeclaredSchema declared(String... files) {
        return new DeclaredSchema(Stream.iterate(0, number -> number + 1)
                .limit(files.length)
                .map(number -> new Script(number + ".sql", "schema/" + number + ".sql", files[number]))
                .toList());
    }
}
