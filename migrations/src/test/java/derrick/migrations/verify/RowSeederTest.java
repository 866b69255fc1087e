package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RowSeederTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void eachTableGetsRowsThatSatisfyItsConstraints() {
        sql().run("""
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE person (
                    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name  varchar(5) NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9]*$'),
                    email text NOT NULL CHECK (email LIKE '%@%'),
                    hash  bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
                    digest text CHECK (digest ~ '^[0-9a-f]{64}$') NOT NULL,
                    state mood NOT NULL,
                    boss  bigint REFERENCES person
                );
                CREATE UNIQUE INDEX person_email ON person (lower(email));
                CREATE TABLE change (
                    id        serial PRIMARY KEY,
                    status    varchar(20) NOT NULL CHECK (status IN ('pending', 'approved', 'rejected')),
                    requested_by  bigint NOT NULL REFERENCES person,
                    approved_by bigint REFERENCES person,
                    begun     timestamptz NOT NULL,
                    ended     timestamptz,
                    score     double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
                    top       numeric(6, 2) NOT NULL CHECK (top >= 100 AND top < 200),
                    note      jsonb NOT NULL CHECK (jsonb_typeof(note) = 'array'),
                    day       date GENERATED ALWAYS AS ((begun AT TIME ZONE 'UTC')::date) STORED,
                    CONSTRAINT four_eyes CHECK (approved_by <> requested_by),
                    CONSTRAINT stage CHECK ((status = 'approved') = (approved_by IS NOT NULL)),
                    CONSTRAINT ends_after_begin CHECK (ended >= begun)
                );
                CREATE TABLE point (
                    rig  varchar(50) NOT NULL,
                    time timestamptz NOT NULL,
                    depth double precision,
                    PRIMARY KEY (rig, time)
                ) PARTITION BY RANGE (time);
                CREATE TABLE point_default PARTITION OF point DEFAULT;
                """);

        assertThat(seed(true)).isEmpty();
        for (String table : List.of("person", "change", "point")) {
            assertThat(sql().rows("SELECT count(*) >= 4 FROM " + table))
                    .as(table)
                    .containsExactly("t");
        }
    }

    @Test
    void edgeCasesReachTheLimitsOfTheirTypes() {
        sql().run("""
                CREATE TABLE bit (
                    name varchar(20), wear double precision, worn boolean, begun timestamp, teeth integer)
                """);

        assertThat(seed(true)).isEmpty();
        assertThat(sql().rows("""
                        SELECT
                            max(length(name)), bool_or(name LIKE '%\uD834\uDD1E%'), bool_or(name IS NULL),
                            bool_or(wear::text = '-0'), min(begun) < '1970-01-01', bool_or(worn), bool_and(worn),
                            bool_or(teeth IS NULL)
                        FROM bit
                        """)).containsExactly("20 t t t t t f t");
    }

    @Test
    void validRowsSatisfyLaterConstraints() {
        sql().run("CREATE TABLE bit (id serial, state varchar(20), wear double precision)");
        Catalog current = CatalogReader.read(database.dataSource());
        sql().run("""
                ALTER TABLE bit
                    ALTER state SET NOT NULL,
                    ADD CHECK (state IN ('new', 'worn')),
                    ADD CONSTRAINT measured CHECK (wear BETWEEN 500 AND 600)
                """);
        Catalog later = CatalogReader.read(database.dataSource());
        sql().run("ALTER TABLE bit ALTER state DROP NOT NULL, DROP CONSTRAINT bit_state_check,"
                + " DROP CONSTRAINT measured");

        assertThat(seed(new RowSeeder(), new FutureConstraints(current, List.of(later), new InsertedRows()), false))
                .isEmpty();

        assertThat(CatalogReader.read(database.dataSource())).isEqualTo(current);
        assertThat(sql().rows("SELECT count(*), bool_and(state IN ('new', 'worn')),"
                        + " bool_and(wear BETWEEN 500 AND 600) FROM bit"))
                .containsExactly("3 t t");
    }

    @Test
    void anUnchangedTableGetsNoMoreRows() {
        sql().run("CREATE TABLE bit (id serial, name text)");
        RowSeeder seeder = new RowSeeder();
        FutureConstraints future =
                new FutureConstraints(CatalogReader.read(database.dataSource()), List.of(), new InsertedRows());
        seed(seeder, future, true);
        seed(seeder, future, true);
        assertThat(sql().rows("SELECT count(*) FROM bit")).containsExactly("6");

        sql().run("ALTER TABLE bit ADD COLUMN teeth integer");
        seed(
                seeder,
                new FutureConstraints(CatalogReader.read(database.dataSource()), List.of(), new InsertedRows()),
                true);
        assertThat(sql().rows("SELECT count(*), count(teeth) > 3 FROM bit")).containsExactly("12 t");
    }

    private List<Difference> seed(boolean edgeCases) {
        return seed(
                new RowSeeder(),
                new FutureConstraints(CatalogReader.read(database.dataSource()), List.of(), new InsertedRows()),
                edgeCases);
    }

    private List<Difference> seed(RowSeeder seeder, FutureConstraints future, boolean edgeCases) {
        try (Connection connection = database.dataSource().getConnection()) {
            return seeder.seed(connection, future, edgeCases);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
