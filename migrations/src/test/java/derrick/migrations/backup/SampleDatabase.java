package derrick.migrations.backup;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.scratch.ScratchServer;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Revisions and rows with values, names and constraints that are hard to restore. */
record SampleDatabase(Path folder) {
    /** Writes the scripts of the revisions. */
    static SampleDatabase in(Path folder) {
        new Scripts(folder)
                .write("V001__make_wells.sql", """
                        CREATE TYPE stage AS ENUM ('planned', 'it''s done');
                        CREATE TABLE well (
                            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            name text NOT NULL,
                            sidetrack_of integer REFERENCES well,
                            notes jsonb,
                            raw bytea,
                            took interval,
                            stage stage,
                            tags text[],
                            amount numeric,
                            at timestamptz,
                            local timestamp,
                            depth double precision,
                            half real,
                            twice integer GENERATED ALWAYS AS (id * 2) STORED
                        );
                        CREATE TABLE "odd ""Name" (id serial PRIMARY KEY, "select" text, well integer REFERENCES well);
                        ALTER TABLE well ADD COLUMN favourite integer REFERENCES "odd ""Name";
                        CREATE TABLE journal (
                            rig text NOT NULL, at timestamptz NOT NULL, depth double precision, PRIMARY KEY (rig, at)
                        ) PARTITION BY RANGE (at);
                        CREATE TABLE journal_default PARTITION OF journal DEFAULT;
                        CREATE TABLE nothing ();
                        CREATE MATERIALIZED VIEW deepest AS SELECT rig, max(depth) AS depth FROM journal GROUP BY rig;
                        INSERT INTO well (name) VALUES ('inserted by the revision');
                        """)
                .write("V002__refuse_new_rows.sql", """
                        ALTER TABLE well
                            ADD CONSTRAINT well_name_check CHECK (name <> 'inserted by the revision') NOT VALID;
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            RAISE EXCEPTION 'no rows are accepted';
                        END $$;
                        CREATE TRIGGER refused BEFORE INSERT OR TRUNCATE ON journal
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse();
                        ALTER TABLE journal DISABLE TRIGGER refused;
                        ALTER TABLE journal ENABLE ALWAYS TRIGGER refused;
                        COMMENT ON CONSTRAINT well_sidetrack_of_fkey ON well IS 'it''s a side';
                        """)
                .write("V003__index_journal.sql", "CREATE INDEX CONCURRENTLY well_name ON well (name);\n");
        return new SampleDatabase(folder);
    }

    /** Creates scratch databases on the server of a database. */
    static Backup.ScratchSource scratchBeside(DatabaseAddress live) {
        return work -> {
            try (ScratchServer server = ScratchServer.beside(live)) {
                return work.apply(server);
            }
        };
    }

    static DatabaseAddress inRole(String role, DatabaseAddress address) {
        return new DatabaseAddress(
                address.host(),
                address.port(),
                address.database(),
                address.user(),
                address.password(),
                Map.of("options", "-c role=" + role));
    }

    Revisions revisions() {
        return Revisions.in(folder);
    }

    void upgrade(DataSource dataSource) {
        new SchemaMigration(dataSource, revisions()).upgrade("head", MigrationListener.NONE);
    }

    void fill(DataSource dataSource) {
        upgrade(dataSource);
        new Sql(dataSource)
                .run(
                        """
                        INSERT INTO well (
                            name, sidetrack_of, notes, raw, took, stage, tags, amount, at, local, depth, half)
                        VALUES
                            (E'tab\\t line\\n cr\\r back\\\\slash \\\\. \\\\N "quotes" ''single'' 𝄞 é', 1,
                                '{"a": [1, null, "𝄞\\\\n"]}', '\\x00ff0a5c', '1 year -3 days 04:05:06.789',
                                'it''s done', ARRAY['a,b', NULL, '{}'], 12345678901234567890.123456789,
                                '2026-02-28 23:59:59.999999+13', 'infinity', '-0.0', 'NaN'),
                            ('\\.', NULL, 'null', '', NULL, NULL, '{}', 'NaN', '-infinity', '0044-03-15 BC', 'Infinity',
                                1e-45),
                            ('', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.1, 0.1)
                        """,
                        """
                        INSERT INTO "odd ""Name" ("select", well) VALUES ('x', 2), (NULL, 3)
                        """,
                        "UPDATE well SET favourite = 1 WHERE id = 2",
                        """
                        ALTER TABLE journal DISABLE TRIGGER refused
                        """,
                        """
                        CREATE TABLE journal_2026_01 PARTITION OF journal
                            FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z')
                        """,
                        """
                        INSERT INTO journal
                        SELECT 'rig ' || n % 3, '2026-01-30Z'::timestamptz + n * interval '1 minute', n / 7.0
                        FROM generate_series(1, 5000) AS n
                        """,
                        """
                        ALTER TABLE journal ENABLE ALWAYS TRIGGER refused
                        """,
                        "INSERT INTO nothing DEFAULT VALUES",
                        """
                        REFRESH MATERIALIZED VIEW deepest
                        """,
                        "SELECT nextval('\"odd \"\"Name_id_seq\"')");
    }

    /** Returns the content of a database: each row of each table or partition as text, and each sequence. */
    static List<String> content(DataSource dataSource) {
        Sql sql = new Sql(dataSource);
        List<String> queries = sql.rows("""
                SELECT CASE relkind
                    WHEN 'S' THEN format('SELECT %L, last_value, is_called FROM %s', oid::regclass, oid::regclass)
                    ELSE format('SELECT %L, line::text FROM %s AS line ORDER BY 2', oid::regclass, oid::regclass)
                END
                FROM pg_class
                WHERE relkind IN ('r', 'm', 'S') AND relnamespace = 'public'::regnamespace
                ORDER BY relname
                """);
        return queries.stream().flatMap(query -> sql.rows(query).stream()).toList();
    }

    /** Adds grants and settings. */
    static void addGrantsAndSettings(DatabaseAddress address) {
        String name = address.database();
        new Sql(address.dataSource())
                .run(
                        "DROP ROLE IF EXISTS sample_reader",
                        "CREATE ROLE sample_reader",
                        "GRANT SELECT, INSERT (name) ON well TO sample_reader WITH GRANT OPTION",
                        "GRANT USAGE ON SEQUENCE well_id_seq TO PUBLIC",
                        "REVOKE EXECUTE ON FUNCTION refuse() FROM PUBLIC",
                        "GRANT CREATE ON SCHEMA public TO sample_reader",
                        "REVOKE TEMPORARY ON DATABASE \"" + name + "\" FROM PUBLIC",
                        "ALTER DATABASE \"" + name + "\" SET derrick.legacy_time_zone = 'Asia/O''Hara'",
                        "ALTER DATABASE \"" + name + "\" SET search_path = \"$user\", public, \"Other Co\"",
                        "ALTER ROLE sample_reader IN DATABASE \"" + name + "\" SET work_mem = '7MB'");
    }

    /** Returns the grants and settings. */
    static List<Object> grantsAndSettings(DataSource dataSource) {
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(dataSource)) {
            GrantsAndSettings both = new GrantsAndSettings(snapshot.queries().connection());
            return List.of(both.grants(), both.settings());
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Returns the constraints and triggers with their state. */
    static List<String> constraintsAndTriggers(DataSource dataSource) {
        return new Sql(dataSource).rows("""
                SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL
                SELECT tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
                ORDER BY 1, 2
                """);
    }
}
