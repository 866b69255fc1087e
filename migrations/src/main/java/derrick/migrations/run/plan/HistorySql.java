package derrick.migrations.run.plan;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;

/** The rows of flyway_schema_history that a migration leaves, as SQL. They are equal to those that Flyway writes. */
public final class HistorySql {
    /** The table as Flyway makes it; it is there already if the database has been to base before. */
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

    /** The last word of the history on a revision; numbers may be written with zeros before them. */
    private static final String REQUIRED = """
            DO $$
            BEGIN
                IF %s EXISTS (
                    SELECT FROM (
                        SELECT type, success
                        FROM flyway_schema_history
                        WHERE version ~ '^0*%d$'
                        ORDER BY installed_rank DESC
                        LIMIT 1) AS last_word
                    WHERE success AND type NOT IN ('DELETE', 'UNDO_SQL'))
                THEN
                    RAISE 'this database %s %s';
                END IF;
            END $$;
            """;

    private HistorySql() {}

    /** Refuses a database that has a revision, so that a script for psql does not run twice. */
    static String requirePending(Revision revision) {
        return REQUIRED.formatted("", revision.number(), "has", revision.name() + " already");
    }

    /** Refuses a database that does not have a revision. */
    static String requireApplied(Revision revision) {
        return REQUIRED.formatted("NOT", revision.number(), "does not have", revision.name());
    }

    /** That a revision was applied, in the time since {@link SessionSql#BEGIN_TIME}. */
    static String applied(Revision revision, Script upgrade) {
        return row(revision, upgrade, "SQL", SessionSql.MILLIS_SINCE);
    }

    /** That a revision counts as applied. */
    static String added(Revision revision, Script upgrade) {
        return row(revision, upgrade, "SQL", "0");
    }

    /** That a revision counts as applied no longer. */
    static String removed(Revision revision, Script upgrade) {
        return row(revision, upgrade, "DELETE", "0");
    }

    /** Names of files and descriptions are words and digits, so that nothing in them has to be escaped. */
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
