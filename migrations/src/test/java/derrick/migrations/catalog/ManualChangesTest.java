package derrick.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Script;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports each manual change of a database. Each change runs in a transaction that is rolled back. */
class ManualChangesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    private static Catalog expected;
    private static Connection connection;

    @BeforeAll
    static void createTheSchema() throws SQLException {
        new Sql(database.dataSource()).run(CatalogDifferenceTest.SCHEMA);
        expected = database.scratch().after(List.of(new Script("V.sql", "V.sql", CatalogDifferenceTest.SCHEMA)));
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        assertThat(CatalogDifference.between(expected, CatalogReader.within(connection)))
                .isEmpty();
        connection.rollback();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 200, textBlock = """
            ALTER TABLE reading ADD extra text | column reading.extra is only in the database
            ALTER TABLE reading DROP during | column reading.during is missing in the database
            ALTER TABLE rig ALTER name TYPE varchar(60) | column rig.name: type is character varying(60), not char
            ALTER TABLE rig ALTER name DROP NOT NULL | column rig.name: nullability is NULL, not NOT NULL
            ALTER TABLE reading ALTER depth SET DEFAULT 1 | column reading.depth: default is 1, not 0
            ALTER TABLE reading ALTER depth DROP DEFAULT | column reading.depth: default is none, not 0
            ALTER TABLE rig ALTER id SET GENERATED ALWAYS \
            | column rig.id: default is …TED ALWAYS AS IDENTITY, not …ED BY
            ALTER TABLE rig ALTER id SET INCREMENT 5 | column rig.id: sequence
            ALTER TABLE reading ALTER feet DROP EXPRESSION | column reading.feet: default is none, not
            COMMENT ON COLUMN reading.depth IS 'm' | column reading.depth: comment is m, not none
            COMMENT ON TABLE reading IS 'what was read' | table reading: comment is what was read, not none
            ALTER TABLE reading SET (fillfactor = 70) | table reading: storage is fillfactor=70, not none
            ALTER TABLE reading SET UNLOGGED | table reading: persistence is unlogged, not none
            ALTER TABLE rig DROP CONSTRAINT rig_name_key | constraint rig.rig_name_key is missing in the database
            ALTER TABLE reading DROP CONSTRAINT reading_during_excl | constraint reading.reading_during_excl is missing
            ALTER TABLE reading ADD CHECK (depth < 20000) | constraint reading.reading_depth_check1 is only in the
            ALTER TABLE reading ADD PRIMARY KEY (id) | constraint reading.reading_pkey is only in the database
            DROP INDEX reading_depth | index reading.reading_depth is missing in the database
            CREATE INDEX ON rig (mood) | index rig.rig_mood_idx is only in the database
            DROP INDEX deepest_depth | index deepest.deepest_depth is missing in the database
            COMMENT ON INDEX reading_depth IS 'deep first' | index reading.reading_depth: comment is deep first, not
            ALTER TABLE reading DISABLE TRIGGER reading_touched \
            | trigger reading.reading_touched: firing is disabled, not
            DROP TRIGGER reading_touched ON reading | trigger reading.reading_touched is missing in the database
            ALTER TYPE mood ADD VALUE 'mixed' BEFORE 'bad' | enum mood: labels is good, mixed, bad, not good, bad
            DROP SEQUENCE ticket | sequence ticket is missing in the database
            ALTER SEQUENCE ticket CYCLE | sequence ticket: definition is
            DROP FUNCTION twice | function twice(integer) is missing in the database
            ALTER FUNCTION twice STRICT | function twice(integer): definition is
            DROP VIEW deep | view deep is missing in the database
            ALTER VIEW deep SET (security_barrier) | view deep: options is security_barrier=true, not none
            CREATE OR REPLACE VIEW deep AS SELECT id, depth FROM reading | view deep: definition is
            DROP TABLE log | table log is missing in the database
            CREATE TABLE stray () | table stray is only in the database
            CREATE TABLE log_old PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') \
            | partition log_old is only
            """)
    void aManualChangeIsReported(String change, String sentence) throws SQLException {
        assertReported(change, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 200, textBlock = """
            CREATE POLICY mine ON rig USING (name = current_user) | policy rig.mine is only in the database
            ALTER TABLE rig ENABLE ROW LEVEL SECURITY | row security of rig is only in the database
            ALTER SEQUENCE rig_id_seq RENAME TO odd | name of the sequence of rig.id is only in the database
            GRANT CREATE ON SCHEMA public TO PUBLIC | grant on schema public to PUBLIC is only in the database
            REVOKE USAGE ON SCHEMA public FROM PUBLIC | revoke on schema public from PUBLIC is only in the database
            CREATE RULE kept AS ON DELETE TO rig DO INSTEAD NOTHING | rule rig.kept is only in the database
            CREATE TRIGGER t INSTEAD OF INSERT ON deep FOR EACH ROW EXECUTE FUNCTION touched() \
            | trigger deep.t is only in the database
            CREATE DOMAIN metres AS float CHECK (VALUE >= 0) | domain metres is only in the database
            CREATE TYPE span AS (top float, bottom float) | type span is only in the database
            CREATE TYPE depths AS RANGE (SUBTYPE = float8) | type depths is only in the database
            CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer) | aggregate total(integer) is only in
            CREATE STATISTICS s ON id, name FROM rig | statistics s is only in the database
            CREATE COLLATION german (provider = icu, locale = 'de') | collation german is only in the database
            CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq) \
            | operator ===(integer,integer) is only in
            CREATE TEXT SEARCH CONFIGURATION c (COPY = simple) | text search configuration c is only in the database
            CREATE TABLE child () INHERITS (rig) | table child is only in the database
            ALTER TABLE reading REPLICA IDENTITY FULL | replica identity of reading is only in the database
            ALTER TABLE rig CLUSTER ON rig_pkey | clustering of rig is only in the database
            ALTER TABLE rig ALTER name SET STATISTICS 500 | settings of rig.name is only in the database
            ALTER TABLE rig ALTER name SET STORAGE EXTERNAL | settings of rig.name is only in the database
            """)
    void aManualChangeOfAnotherKindOfObjectIsReported(String change, String sentence) throws SQLException {
        assertReported(change, sentence);
    }

    private static void assertReported(String change, String sentence) throws SQLException {
        List<CatalogDifference> found;
        try (Statement statement = connection.createStatement()) {
            statement.execute(change);
            found = CatalogDifference.between(expected, CatalogReader.within(connection));
        } finally {
            connection.rollback();
        }
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).sentence("the database")).startsWith(sentence);
        assertThat(found)
                .allSatisfy(difference ->
                        assertThat(difference.sentence("the database")).hasSizeLessThanOrEqualTo(80));
    }
}
