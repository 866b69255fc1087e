package derrick.migrations.postgres;

/** The settings of each session, so that neither the client's machine nor the database decides what a script means. */
public final class SessionSettings {
    /** Sets them; RESET ALL loses them. */
    public static final String SQL = """
            SET TimeZone = 'UTC';
            SET DateStyle = 'ISO, MDY';
            SET IntervalStyle = 'postgres';
            SET standard_conforming_strings = on;
            SET bytea_output = 'hex';
            SET quote_all_identifiers = off;
            """;

    private SessionSettings() {}
}
