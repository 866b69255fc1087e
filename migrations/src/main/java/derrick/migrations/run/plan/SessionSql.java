package derrick.migrations.run.plan;

import derrick.migrations.postgres.SessionSettings;

/** SQL that resets a session between two scripts, so that none depends on settings of another. */
public final class SessionSql {
    /** Resets role and settings, and drops temporary tables. */
    public static final String RESET = """
            RESET SESSION AUTHORIZATION;
            RESET ROLE;
            RESET ALL;
            DISCARD TEMP;
            """ + SessionSettings.SQL;

    /** Keeps psql from printing notices. */
    private static final String QUIET = "SET client_min_messages = warning;\n";

    /** The first lines of a script for psql. */
    static final String BEGIN = SessionSettings.SQL + QUIET;

    /** Stores the start time for the history row. A SELECT would print its result. */
    static final String BEGIN_TIME = """
            DO $$ BEGIN PERFORM set_config('derrick.begun', clock_timestamp()::text, false); END $$;
            """;

    /** The milliseconds since the start; 0 if a script has reset the setting. */
    static final String MILLIS_SINCE = """
            coalesce((extract(epoch FROM clock_timestamp()
                    - nullif(current_setting('derrick.begun', true), '')::timestamptz) * 1000)::integer, 0)""";

    /** {@link #RESET} for psql, which also keeps the start time and stays quiet. */
    static final String RESET_IN_PSQL = """
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
