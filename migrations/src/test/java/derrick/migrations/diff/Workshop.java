package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.lint.Lint;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.scratch.ScratchServer;
import derrick.migrations.testing.KeptConnections;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A folder with one revision and a database at this revision with rows in its tables.
 *
 * @param goals the catalogs of the declared schemas that were read so far, by their text
 */
record Workshop(Path folder, DataSource database, ScratchServer scratch, Map<String, Catalog> goals) {
    Workshop(Path folder, TestDatabase database) {
        this(folder, KeptConnections.of(database.dataSource()), database.scratch(), new HashMap<>());
    }

    static final String TABLES = """
            CREATE TABLE rig (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name varchar(20) NOT NULL,
                country text,
                slots integer DEFAULT 0
            );
            CREATE INDEX rig_name_idx ON rig (name);
            CREATE TABLE reading (
                rig_id bigint NOT NULL,
                number integer NOT NULL,
                depth double precision,
                CONSTRAINT reading_depth_check CHECK (depth >= 0)
            );
            CREATE TABLE log (
                at timestamptz NOT NULL,
                line text
            ) PARTITION BY RANGE (at);
            CREATE TABLE log_default PARTITION OF log DEFAULT;
            """;

    private static final String TABLE_NAMES = """
            SELECT oid::regclass FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'flyway_schema_history'
            ORDER BY relname COLLATE "C"
            """;

    private static final String[] ROWS = {
        "INSERT INTO rig (name, country, slots) VALUES ('Alfa', 'NO', 1), ('Bravo', 'GB', 2), ('Charlie', 'US', 3)",
        "INSERT INTO reading SELECT 1 + n % 3, n, n * 1.5 FROM generate_series(1, 9) AS n",
        "INSERT INTO log SELECT now() + n * interval '1 day', 'line ' || n FROM generate_series(1, 5) AS n"
    };

    /** Creates the revision and the rows. */
    Workshop begin(String before) {
        beginWithoutRows(before);
        sql().run(ROWS);
        return this;
    }

    /** Creates the revision, which may insert rows itself. */
    Workshop beginWithoutRows(String before) {
        new Scripts(folder).write("V001__make_rigs.sql", before).write("U001__make_rigs.sql", "SELECT 1;\n");
        upgrade("001");
        return this;
    }

    /** Does the same for one change. */
    void assertUpgradeAndDowngrade(String declared, String expected) {
        assertUpgradeAndDowngrade(declared, List.of(new ChangeCase(declared, expected)));
    }

    /** Asserts that the generated files pass lint, create the declared schema, and restore the old one and its rows. */
    void assertUpgradeAndDowngrade(String declared, List<ChangeCase> changes) {
        Catalog before = CatalogReader.read(database);
        List<String> rows = rows();

        GeneratedRevisions generated = next(declared).generate(Description.of("make rigs better"), false);
        assertThat(generated.unsupported()).as("%s", generated).isEmpty();
        assertThat(generated.commentedOut()).isEmpty();
        generated.write();
        String text = String.join(
                "",
                generated.revisions().stream()
                        .map(files -> files.upgrade().text())
                        .toList());
        assertThat(changes)
                .allSatisfy(change -> assertThat(text.replaceAll("\\s+", " "))
                        .as(change.change())
                        .contains(change.expected()));
        assertThat(lint()).as(text).isEmpty();

        assertThat(upgrade("head")).hasSameSizeAs(generated.revisions());
        Catalog files = scratch.after(MigrationFolder.in(folder).upgrades());
        assertThat(sentences(goal(declared), files)).isEmpty();
        assertThat(sentences(files, CatalogReader.read(database))).isEmpty();

        downgrade("001");
        assertThat(CatalogDifference.between(before, CatalogReader.read(database)))
                .isEmpty();
        assertThat(rows()).isEqualTo(rows);

        upgrade("head");
        assertThat(sentences(files, CatalogReader.read(database))).isEmpty();
    }

    Autogenerate next(String declared) {
        return new Autogenerate(MigrationFolder.in(folder), goal(declared), scratch);
    }

    private Catalog goal(String declared) {
        return goals.computeIfAbsent(declared, text -> scratch.of(declared(text)));
    }

    static DeclaredSchema declared(String sql) {
        return new DeclaredSchema(List.of(new Script("tables.sql", "schema/tables.sql", sql)));
    }

    /** Returns how the files differ from the declared schema, and the database from the files. */
    List<String> check(String declared) {
        Catalog files = scratch.after(MigrationFolder.in(folder).upgrades());
        List<String> found = new ArrayList<>(sentences(goal(declared), files));
        found.addAll(sentences(files, CatalogReader.read(database)));
        return found;
    }

    private static List<String> sentences(Catalog expected, Catalog actual) {
        return CatalogDifference.between(expected, actual).stream()
                .map(difference -> difference.sentence("the result"))
                .toList();
    }

    List<String> lint() {
        return Lint.check(Revisions.in(folder)).stream()
                .filter(finding -> !finding.file().contains("001__make"))
                .map(finding -> finding.file().replaceFirst(".*/", "") + ":" + finding.line() + " " + finding.rule())
                .toList();
    }

    List<Revision> upgrade(String target) {
        return migration().upgrade(target, MigrationListener.NONE);
    }

    List<Revision> downgrade(String target) {
        return migration().downgrade(target, MigrationListener.NONE);
    }

    List<String> warningsOfDowngrade(String target) {
        List<String> warnings = new ArrayList<>();
        migration().downgrade(target, new MigrationListener() {
            @Override
            public void warned(Revision revision, String warning) {
                warnings.add(warning);
            }
        });
        return warnings;
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database, Revisions.in(folder));
    }

    /** Returns all rows of all tables, independent of the order of columns. */
    List<String> rows() {
        return sql().rows(TABLE_NAMES).stream()
                .flatMap(table ->
                        sql().rows("SELECT '%s', to_jsonb(t) FROM %s AS t ORDER BY 2".formatted(table, table)).stream())
                .toList();
    }

    Sql sql() {
        return new Sql(database);
    }
}
