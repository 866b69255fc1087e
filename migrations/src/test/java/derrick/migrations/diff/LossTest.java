package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that lose data are commented out unless allowed; the downgrade restores the schema, not the data. */
class LossTest {
    private static final Description DESCRIPTION = Description.of("throw old things away");

    private static final String BEFORE = Workshop.TABLES + """
            CREATE TYPE mood AS ENUM ('good', 'bad', 'odd');
            ALTER TABLE rig ADD mood mood DEFAULT 'good';
            CREATE SEQUENCE ticket;
            CREATE TABLE log_old PARTITION OF log FOR VALUES FROM ('2000-01-01') TO ('2001-01-01');
            CREATE TABLE bit (id serial PRIMARY KEY, size numeric(8,3) UNIQUE, CHECK (size > 0));
            COMMENT ON COLUMN bit.size IS 'in inches';
            CREATE INDEX bit_size_idx ON bit (size);
            CREATE TABLE run (id bigint PRIMARY KEY, bit integer REFERENCES bit);
            ALTER TABLE bit ADD run bigint REFERENCES run;
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource
    void aStepThatLosesDataIsCommentedOutUnlessAllowed(List<ChangeCase> changes) {
        Workshop workshop = new Workshop(folder, database).begin(BEFORE);
        String declared =
                BEFORE + changes.stream().map(change -> change.first() + ";\n").collect(Collectors.joining());
        Catalog before = CatalogReader.read(database.dataSource());

        GeneratedRevisions commentedOut = workshop.next(declared).generate(DESCRIPTION, false);
        assertThat(commentedOut.commentedOut())
                .containsAll(changes.stream().map(ChangeCase::second).toList());
        assertThat(commentedOut.unsupported()).isEmpty();
        commentedOut.write();
        List<String> rows = workshop.rows();
        workshop.upgrade("head");
        assertThat(workshop.rows()).isEqualTo(rows);
        assertThat(workshop.lint()).isEmpty();
        workshop.downgrade("001");
        assertThat(CatalogDifference.between(before, CatalogReader.read(database.dataSource())))
                .isEmpty();

        GeneratedRevisions allowed = workshop.next(declared).generate(DESCRIPTION, true);
        assertThat(allowed.isComplete()).isTrue();
        allowed.write();
        String text = String.join(
                "",
                allowed.revisions().stream().map(pair -> pair.upgrade().text()).toList());
        assertThat(changes)
                .allSatisfy(change -> assertThat(text).as(change.first()).contains(change.expected()));
        assertThat(workshop.lint()).isEmpty();
        workshop.upgrade("head");
        assertThat(workshop.check(declared)).isEmpty();
        workshop.downgrade("001");
        assertThat(CatalogDifference.between(before, CatalogReader.read(database.dataSource())))
                .isEmpty();
        workshop.upgrade("head");
        assertThat(workshop.check(declared)).isEmpty();
    }

    static Stream<List<ChangeCase>> aStepThatLosesDataIsCommentedOutUnlessAllowed() {
        return ChangeCase.groups("""
                ALTER TABLE bit DROP size | the values of "bit".size | ALTER TABLE "bit" DROP COLUMN size;
                ALTER TABLE rig DROP country | the values of rig.country | -- verify:differs rig.country because
                ALTER TABLE rig ALTER name TYPE varchar(10) | the values of rig.name that do not fit in varchar(10) \
                | USING name::varchar(10);
                ALTER TABLE rig ALTER slots DROP DEFAULT, ALTER slots TYPE smallint \
                | the values of rig.slots that do not fit in smallint | ::smallint
                DROP TABLE log_old | the rows of log_old | DROP TABLE log_old;
                DROP SEQUENCE ticket | the last value of ticket | DROP SEQUENCE ticket;
                ALTER TABLE rig DROP mood; DROP TYPE mood; CREATE TYPE mood AS ENUM ('good', 'bad'); \
                ALTER TABLE rig ADD mood mood DEFAULT 'good' | values of mood, unless no row has them | DROP TYPE \
                mood_before;

                ALTER TABLE bit DROP run; DROP TABLE run | the rows of run | DROP TABLE run;
                ALTER TABLE bit ALTER size TYPE numeric(8,2) | the values of "bit".size that do not fit in \
                numeric(8,2) \
                | RAISE WARNING
                ALTER TABLE rig DROP slots, ADD slots integer GENERATED ALWAYS AS (length(name)) STORED | the values \
                of \
                rig.slots \
                | DROP COLUMN slots;

                DROP TABLE run CASCADE; DROP TABLE bit CASCADE | the rows of "bit" | DROP TABLE "bit";
                """);
    }

    @Test
    void theDowngradeFromAWiderTypeWarnsOfTruncatedValues() {
        Workshop workshop = new Workshop(folder, database).begin(Workshop.TABLES);
        workshop.next(Workshop.TABLES.replace("varchar(20)", "varchar(50)"))
                .generate(Description.of("widen rig names"), false)
                .write();
        workshop.upgrade("head");
        workshop.sql().run("UPDATE rig SET name = 'a name of more than twenty letters' WHERE slots < 3");

        assertThat(workshop.warningsOfDowngrade("001"))
                .containsExactly("values of rig.name that do not fit in varchar(20): 2");
        assertThat(workshop.sql().rows("SELECT name FROM rig ORDER BY slots"))
                .containsExactly("a name of more than ", "a name of more than ", "Charlie");
    }

    @Test
    void theDowngradeOfAnEnumFailsIfARowHasANewValue() {
        Workshop workshop = new Workshop(folder, database).begin(BEFORE);
        workshop.next(BEFORE.replace("'odd')", "'odd', 'even')"))
                .generate(Description.of("add an even mood"), false)
                .write();
        workshop.upgrade("head");
        workshop.sql().run("UPDATE rig SET mood = 'even' WHERE slots = 3");
        List<String> rows = workshop.rows();

        assertThatThrownBy(() -> workshop.downgrade("001"))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("invalid input value for enum mood: \"even\"");
        assertThat(workshop.rows()).isEqualTo(rows);
    }
}
