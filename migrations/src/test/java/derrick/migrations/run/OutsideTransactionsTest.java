package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.HistoryConflict;
import derrick.migrations.revision.Revision;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that PostgreSQL rejects in a transaction. A deadlock fails by the timeout. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
final class OutsideTransactionsTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private Scripts scripts;
    private ScriptedSchema schema;

    @BeforeEach
    void aTableWithAnIndexAndAPartition() {
        scripts = new Scripts(folder)
                .write("V001__make_bit.sql", """
                        CREATE TABLE bit (id integer, size integer);
                        CREATE INDEX bit_size ON bit (size);
                        CREATE TABLE run (day date NOT NULL) PARTITION BY RANGE (day);
                        CREATE TABLE run_2026 PARTITION OF run FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                        """)
                .write("U001__make_bit.sql", "DROP TABLE bit;\nDROP TABLE run;\nDROP TABLE IF EXISTS run_2026;\n");
        schema = new ScriptedSchema(database, scripts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY bit_id ON bit (id)",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS bit_id ON public.bit USING btree (id)",
                "ALTER TABLE bit ADD COLUMN maker text;\nCREATE INDEX CONCURRENTLY ON bit (maker)",
                "DROP INDEX CONCURRENTLY bit_size",
                "REINDEX INDEX CONCURRENTLY bit_size",
                "REINDEX (CONCURRENTLY) TABLE bit",
                "ALTER TABLE run DETACH PARTITION run_2026 CONCURRENTLY",
                "VACUUM bit"
            })
    void theyRunInBothDirectionsWithoutDeadlock(String statements) {
        scripts.write("V002__change_bit.sql", statements + ";\n").write("U002__change_bit.sql", "VACUUM bit;\n");

        assertThat(schema.upgrade()).hasSize(2);
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 APPLIED");
        assertThat(schema.downgrade("base")).hasSize(2);
        assertThat(schema.states()).containsExactly("001 UNDONE", "002 UNDONE");
    }

    @Test
    void aUniqueIndexThatFailsOnDuplicatesIsBuiltOnceTheyAreDeleted() {
        scripts.write("V002__index_bit.sql", """
                ALTER TABLE bit ADD COLUMN IF NOT EXISTS maker text;

                CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "Bit_id" ON "bit" (id);
                """);
        schema.upgradeTo001();
        sql().run("INSERT INTO bit VALUES (1, 2), (1, 3)");

        assertThatThrownBy(schema::upgrade)
                .isInstanceOf(MigrationFailed.class)
                .message()
                .contains(
                        "V002__index_bit.sql, line 3: could not create unique index \"Bit_id\" (SQLSTATE 23505)",
                        "; earlier statements are kept, since it runs outside a transaction; fix it, "
                                + "then run it again;");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 FAILED");
        assertThat(invalidIndexes()).containsExactly("\"Bit_id\"");
        assertThatThrownBy(() -> schema.downgrade("base"))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("run 'upgrade' again");

        sql().run("DELETE FROM bit WHERE size = 3");
        assertThat(schema.upgrade()).extracting(Revision::id).containsExactly("002");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 APPLIED");
        assertThat(invalidIndexes()).isEmpty();
        assertThat(sql().rows("SELECT count(*) FROM pg_index WHERE indexrelid = to_regclass('\"Bit_id\"')"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS bit_id_idx ON bit (id)",
                "CREATE UNIQUE INDEX CONCURRENTLY ON ONLY public.bit (id)"
            })
    void anInvalidIndexOfAKilledAttemptIsBuiltAgain(String statement) {
        scripts.write("V002__index_bit.sql", statement);
        schema.upgradeTo001();
        sql().run("INSERT INTO bit VALUES (1, 2), (1, 3)");
        assertThatThrownBy(() -> sql().run("CREATE UNIQUE INDEX CONCURRENTLY bit_id_idx ON bit (id)"))
                .hasMessageContaining("could not create unique index");
        sql().run("DELETE FROM bit WHERE size = 3");

        assertThat(schema.upgrade()).extracting(Revision::id).containsExactly("002");
        assertThat(sql().rows("SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'bit'::regclass"))
                .containsExactlyInAnyOrder("bit_size t", "bit_id_idx t");
    }

    @Test
    void onlyTheInvalidIndexOfTheScriptIsDropped() {
        scripts.write("V002__index_bit.sql", "CREATE UNIQUE INDEX CONCURRENTLY bit_id ON bit (id);\n");
        schema.upgradeTo001();
        sql().run("INSERT INTO bit VALUES (1, 2), (1, 3)");
        assertThatThrownBy(schema::upgrade).isInstanceOf(MigrationFailed.class);
        assertThatThrownBy(() -> sql().run("CREATE UNIQUE INDEX CONCURRENTLY somebody_elses ON bit (id)"))
                .hasMessageContaining("could not create unique index");

        assertThatThrownBy(schema::upgrade).isInstanceOf(MigrationFailed.class);
        assertThat(invalidIndexes()).containsExactly("bit_id", "somebody_elses");
    }

    @Test
    void aFailedDowngradeCanBeRepeated() {
        scripts.write("V002__change_bit.sql", "DROP INDEX CONCURRENTLY bit_size;\n")
                .write("U002__change_bit.sql", "CREATE UNIQUE INDEX CONCURRENTLY bit_size ON bit (size);\n");
        schema.upgrade();
        sql().run("INSERT INTO bit VALUES (1, 2), (3, 2)");

        assertThatThrownBy(() -> schema.downgrade("001"))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("U002__change_bit.sql, line 1: could not create unique index");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 FAILED");
        assertThatThrownBy(schema::upgrade)
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("U002__change_bit.sql failed when it was")
                .hasMessageContaining("run 'downgrade' again");

        sql().run("DELETE FROM bit WHERE id = 1");
        assertThat(schema.downgrade("001")).extracting(Revision::id).containsExactly("002");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 UNDONE");
        assertThat(invalidIndexes()).isEmpty();
        assertThat(schema.upgrade()).hasSize(1);
    }

    @Test
    void aPendingDetachIsFinalized() throws Exception {
        scripts.write("V002__detach_run.sql", "ALTER TABLE run DETACH PARTITION run_2026 CONCURRENTLY;\n");
        schema.upgradeTo001();
        String pending = "SELECT count(*) FROM pg_inherits WHERE inhdetachpending";
        try (Connection reader = database.dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM run");
            CompletableFuture<List<Revision>> upgrade = CompletableFuture.supplyAsync(schema::upgrade);
            await(pending);
            // DETACH CONCURRENTLY waits for other transactions without a lock timeout.
            await("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'ALTER TABLE run DETACH%'"
                    + " AND state = 'active' AND clock_timestamp() - query_start > interval '1 s'");
            sql().run("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'ALTER TABLE run DETACH%'");
            assertThatThrownBy(upgrade::join).hasCauseInstanceOf(MigrationFailed.class);
        }
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 FAILED");
        assertThat(sql().rows(pending)).containsExactly("1");

        assertThat(schema.upgrade()).extracting(Revision::id).containsExactly("002");
        assertThat(schema.states()).containsExactly("001 APPLIED", "002 APPLIED");
        assertThat(sql().rows("SELECT count(*) FROM pg_inherits WHERE inhrelid = 'run_2026'::regclass"))
                .containsExactly("0");
        assertThat(schema.upgrade()).isEmpty();
    }

    private void await(String count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!sql().rows(count).equals(List.of("1"))) {
            assertThat(System.nanoTime()).as(count).isLessThan(deadline);
        }
    }

    private List<String> invalidIndexes() {
        return sql().rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"
                + " ORDER BY indexrelid::regclass::text");
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
