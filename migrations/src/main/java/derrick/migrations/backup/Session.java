package derrick.migrations.backup;

/** How a transaction must be set that reads or writes rows as text. */
final class Session {
    /**
     * Values come and go in a form that does not depend on the role's settings, floats with every bit; names come with
     * their schema. Nothing ends for taking long.
     */
    static final String SETTINGS = """
            SET LOCAL search_path = pg_catalog;
            SET LOCAL check_function_bodies = off;
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL statement_timeout = 0;
            SET LOCAL idle_in_transaction_session_timeout = 0;
            """;

    private Session() {}
}
