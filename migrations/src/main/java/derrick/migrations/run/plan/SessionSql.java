package derrick.migrations.run.plan;

import derrick.migrations.postgres.SessionSettings;

/** What is said to a session between two scripts, so that each of them finds it as the first did. */
public final class SessionSql {
    /** Nothing of what a script set is set any longer, and its temporary tables are gone. */
    public static final String RESET = """
            RESET SESSION AUTHORIZATION;
            RESET ROLE;
            RESET ALL;
            DISCARD TEMP;
            """ + SessionSettings.SQL;

    /** Psql would print each notice. */
    private static final String QUIET = "SET client_min_messages = warning;\n";

    /** The first lines of a script for psql. */
    static final String BEGIN = SessionSettings.SQL + QUIET;

    /** Remembers the time for the row of history that follows; a SELECT would print it. */
    static final String BEGIN_TIME = """
            DO $$ BEGIN PERFORM set_config('derrick.begun', clock_timestamp()::text, false); END $$;
            """;

    /** The milliseconds since then; a script may have discarded it. */
    static final String MILLIS_SINCE = """
            coalesce((extract(epoch FROM clock_timestamp()
                    - nullif(current_setting('derrick.begun', true), '')::timestamptz) * 1000)::integer, 0)""";

    /** The same as {@link #RESET} for a script of psql, which stays quiet and keeps the time. */
    static final String RESET_AND_GO_ON = """
            RESET SESSION AUTHORIZATION;
            RESET ROLE;
            DO $$
            DECLARE
                begun text := current_setting('derrick.begun', true);
            BEGIN
                RESET ALL;
                PERFORM set_config('derrick.begun', begun, false);
            END $$;
            DISCARD TEMP;
            """ + BEGIN;

    private SessionSql() {}
}
