package derrick.migrations.run.plan;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;

/** SQL that writes flyway_schema_history as Flyway does. */
public final class HistorySql {
    /** The table as Flyway creates it. It exists already if the database was downgraded to base. */
    public static final String TABLE = """
            CREATE TABLE IF NOT EXISTS flyway_schema_history (
                installed_rank integer NOT NULL,
                version varchar(50),
                description varchar(200) NOT NULL,
                type varchar(20) NOT NULL,
                script varchar(1000) NOT NULL,
                checksum integer,
                installed_by varchar(100) NOT NULL,
                installed_on timestamp NOT NULL DEFAULT now(),
                execution_time integer NOT NULL,
                success boolean NOT NULL,
                CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank)
            );
            CREATE INDEX IF NOT EXISTS flyway_schema_history_s_idx ON flyway_schema_history (success);
            """;

    /** Stores the time at which a revision begins. A SELECT would print its result. */
    static final String BEGIN_TIME = """
            DO $$ BEGIN PERFORM set_config('derrick.begun', clock_timestamp()::text, false); END $$;
            """;

    /** The milliseconds since the stored time; 0 if a script has reset the setting. */
    private static final String MILLIS_SINCE = """
            coalesce((extract(epoch FROM clock_timestamp()
                    - nullif(current_setting('derrick.begun', true), '')::timestamptz) * 1000)::integer, 0)""";

    /** Checks the last row of a revision. Versions may have leading zeros. */
    private static final String REQUIRED = """
            DO $$
            BEGIN
                IF %s EXISTS (
                    SELECT FROM (
                        SELECT type, success
                        FROM flyway_schema_history
                        WHERE version ~ '^0*%d$'
                        ORDER BY installed_rank DESC
                        LIMIT 1) AS last_row
                    WHERE success AND type NOT IN ('DELETE', 'UNDO_SQL'))
                THEN
                    RAISE 'this database %s %s';
                END IF;
            END $$;
            """;

    private HistorySql() {}

    /** Fails if a revision is applied, so that a psql script cannot run twice. */
    static String requirePending(Revision revision) {
        return REQUIRED.formatted("", revision.number(), "has", revision.name() + " already");
    }

    /** Fails if a revision is not applied. */
    static String requireApplied(Revision revision) {
        return REQUIRED.formatted("NOT", revision.number(), "does not have", revision.name());
    }

    /** Records a revision as applied, with the time since {@link #BEGIN_TIME}. */
    static String applied(Revision revision, Script upgrade) {
        return row(revision, upgrade, "SQL", MILLIS_SINCE);
    }

    /** Records a revision as applied without running it. */
    static String added(Revision revision, Script upgrade) {
        return row(revision, upgrade, "SQL", "0");
    }

    /** Records a revision as undone. */
    static String removed(Revision revision, Script upgrade) {
        return row(revision, upgrade, "DELETE", "0");
    }

    /** File names and descriptions contain only word characters, so nothing needs escaping. */
    private static String row(Revision revision, Script upgrade, String type, String millis) {
        return """
                INSERT INTO flyway_schema_history (
                    installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                SELECT
                    coalesce(max(installed_rank), 0) + 1, '%s', '%s', '%s', '%s', %d, current_user,
                    %s, true
                FROM flyway_schema_history;
                """.formatted(
                        revision.id(),
                        revision.description().replace('_', ' '),
                        type,
                        upgrade.file(),
                        upgrade.checksum(),
                        millis);
    }
}
