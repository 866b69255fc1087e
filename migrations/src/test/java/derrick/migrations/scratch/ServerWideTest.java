package derrick.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.revision.Script;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that affect the whole server do not run in a scratch database. */
class ServerWideTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void serverWideStatementsDoNotRun() {
        String live = database.address().database();
        sql().run("DROP ROLE IF EXISTS rig_reader", "CREATE ROLE rig_reader CONNECTION LIMIT 7");
        String server = "SELECT rolname, rolconnlimit FROM pg_roles WHERE rolname LIKE 'rig_%'"
                + " UNION ALL SELECT datname, count(setconfig) FROM pg_database LEFT JOIN pg_db_role_setting"
                + " ON setdatabase = oid WHERE datname NOT LIKE 'derrick_scratch%' GROUP BY 1"
                + " UNION ALL SELECT subname, 0 FROM pg_subscription UNION ALL SELECT spcname, 0 FROM pg_tablespace"
                + " UNION ALL SELECT setting, 0 FROM pg_settings WHERE name = 'work_mem' ORDER BY 1";
        List<String> before = sql().rows(server);

        try (ScratchServer scratch = ScratchServer.beside(database.address())) {
            Catalog catalog = scratch.after(List.of(
                    script(1, """
                            CREATE ROLE rig_reader LOGIN;
                            CREATE USER "rig_Writer" LOGIN PASSWORD 'writes';
                            DO $$
                            BEGIN
                                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rig_owner') THEN
                                    CREATE ROLE rig_owner LOGIN;
                                END IF;
                            END $$;
                            GRANT rig_reader TO "rig_Writer";
                            ALTER ROLE rig_reader CONNECTION LIMIT 1;
                            CREATE TABLE a (id integer);
                            GRANT SELECT ON a TO rig_reader, "rig_Writer", rig_owner;
                            ALTER DATABASE %1$s SET work_mem = '1MB';
                            GRANT CONNECT ON DATABASE %1$s TO rig_reader;
                            COMMENT ON DATABASE %1$s IS 'of all rigs';
                            """.formatted(live)),
                    script(2, "ALTER SYSTEM SET work_mem = '1MB'; SELECT pg_reload_conf()"),
                    script(3, "CREATE DATABASE rig_copy"),
                    script(4, "CREATE TABLESPACE rig_space LOCATION '/nowhere'"),
                    script(
                            5,
                            "CREATE SUBSCRIPTION rig_news CONNECTION 'host=/nowhere' PUBLICATION p"
                                    + " WITH (connect = false)"),
                    script(6, "DROP DATABASE " + live),
                    script(7, "REASSIGN OWNED BY rig_reader TO CURRENT_USER; DROP ROLE rig_reader")));

            assertThat(catalog.tables()).containsKeys("a");
            assertThat(sql().rows("SELECT rolname, rolcanlogin, rolconnlimit FROM pg_roles"
                            + " WHERE rolname LIKE 'rig_%' ORDER BY 1"))
                    .containsExactly("rig_Writer f -1", "rig_owner f -1", "rig_reader f 7");
        }

        assertThat(sql().rows(server)).isEqualTo(before);
        sql().run("DROP ROLE rig_reader");
    }

    @Test
    void scratchRolesOfAKilledProcessAreDroppedAfterAnHour() {
        sql().run(
                        "CREATE ROLE rig_left",
                        "COMMENT ON ROLE rig_left IS 'derrick_scratch_1000000000'",
                        "CREATE ROLE rig_new",
                        "COMMENT ON ROLE rig_new IS 'derrick_scratch_9999999999'",
                        "CREATE ROLE rig_own",
                        "COMMENT ON ROLE rig_own IS 'after derrick_scratch_1000000000'");

        ScratchServer.beside(database.address()).close();

        assertThat(sql().rows("SELECT rolname FROM pg_roles WHERE rolname LIKE 'rig_%' ORDER BY 1"))
                .containsExactly("rig_new", "rig_own");
        sql().run("DROP ROLE rig_new", "DROP ROLE rig_own");
    }

    private static Script script(int number, String text) {
        String file = "V%03d__x.sql".formatted(number);
        return new Script(file, file, text);
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}
