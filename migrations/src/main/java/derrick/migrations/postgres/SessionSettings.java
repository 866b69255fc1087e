package derrick.migrations.postgres;

/** The settings of each session. They make scripts independent of the client's machine and the database's defaults. */
public final class SessionSettings {
    /** Sets them. Must be repeated after RESET ALL. */
    public static final String SQL = """
            SET TimeZone = 'UTC';
            SET DateStyle = 'ISO, MDY';
            SET IntervalStyle = 'postgres';
            SET standard_conforming_strings = on;
            SET bytea_output = 'hex';
            SET quote_all_identifiers = off;
            """;

    /** Resets role and settings, and drops temporary tables, so that a script does not depend on the one before. */
    public static final String RESET = """
            RESET SESSION AUTHORIZATION;
            RESET ROLE;
            RESET ALL;
            DISCARD TEMP;
            """ + SQL;

    private SessionSettings() {}
}
