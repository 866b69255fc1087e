package derrick.migrations.run.loss;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Script;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LostRowCounterTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void fill() {
        new Sql(database.dataSource())
                .run(
                        "CREATE TABLE \"Well\" (id int, name varchar(50), depth real, at timestamp, none text)",
                        "INSERT INTO \"Well\" SELECT n, nullif('x' || n, 'x1'), n, now()"
                                + " FROM generate_series(1, 1200) AS n",
                        "CREATE SCHEMA audit",
                        "CREATE TABLE audit.trail AS SELECT 1 AS id",
                        "CREATE TABLE bare (id int)");
    }

    @Test
    void rowsOfExistingTablesAreCounted() {
        assertThat(told("DROP TABLE \"Well\", audit.trail, bare, nowhere, audit.nowhere"))
                .containsExactly("Well: 1,200 rows", "audit.trail: 1 row", "bare: 0 rows");
        assertThat(told("DROP SCHEMA IF EXISTS audit, nowhere CASCADE")).containsExactly("audit.*: 1 row");
        assertThat(told("TRUNCATE bare", "DELETE FROM audit.nowhere")).isEmpty();
        assertThat(told("DELETE FROM \"Well\"")).containsExactly("Well: some of 1,200 rows");
    }

    @Test
    void valuesOfColumnsAreCounted() {
        assertThat(told("ALTER TABLE \"Well\" DROP name, DROP none, DROP COLUMN IF EXISTS nowhere, DROP at"))
                .containsExactly("Well.name: 1,199 values", "Well.at: 1,200 values");
    }

    @Test
    void aWiderTypeLosesNothing() {
        assertThat(told("ALTER TABLE \"Well\" ALTER id TYPE bigint, ALTER name TYPE varchar(60)"))
                .isEmpty();
        assertThat(told("ALTER TABLE \"Well\" ALTER depth TYPE double precision"))
                .isEmpty();
        assertThat(told("ALTER TABLE \"Well\" ALTER at TYPE timestamptz USING at AT TIME ZONE 'UTC'"))
                .isEmpty();
        assertThat(told("ALTER TABLE \"Well\" ALTER name TYPE text")).isEmpty();
    }

    @Test
    void aNarrowerTypeMayLoseValues() {
        assertThat(told("ALTER TABLE \"Well\" ALTER id TYPE int2, ALTER name TYPE varchar(20), ALTER depth TYPE int"))
                .containsExactly(
                        "Well.id: those of 1,200 values that do not fit int2",
                        "Well.name: those of 1,199 values that do not fit varchar(20)",
                        "Well.depth: those of 1,200 values that do not fit int4");
    }

    private List<String> told(String... scripts) {
        return new LostRowCounter(database.dataSource())
                        .of(DataLossAnalyzer.of(Stream.of(scripts)
                                .map(sql -> new Script("V001__x.sql", "V001__x.sql", sql))
                                .toList()))
                        .stream()
                        .map(CountedDataLoss::sentence)
                        .toList();
    }
}
