package derrick.migrations.backup;

import derrick.migrations.postgres.JdbcQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers, foreign keys and NOT VALID constraints that are suspended while rows are loaded. Adding a foreign key again
 * checks all rows.
 *
 * @param restoring the statements that restore them
 */
record SuspendedConstraints(List<String> restoring) {
    /** Leaves out constraints inherited by partitions, which are dropped and added with the parent's. */
    private static final String CONSTRAINTS = """
            SELECT
                format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                    || coalesce(
                        format('; COMMENT ON CONSTRAINT %I ON %s IS ', conname, conrelid::regclass)
                            || quote_literal(obj_description(oid, 'pg_constraint')),
                        '')
            FROM pg_constraint
            WHERE conrelid <> 0 AND conparentid = 0 AND coninhcount = 0 AND (contype = 'f' OR NOT convalidated)
                AND connamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_|^information_schema$')
            """;

    private static final String TRIGGERS = """
            SELECT
                format('ALTER TABLE ONLY %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
                format(
                    'ALTER TABLE ONLY %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                    CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname)
            FROM pg_trigger
            WHERE NOT tgisinternal AND tgenabled <> 'D'
            """;

    /** Drops constraints and disables triggers. The search path must be pg_catalog, so that names are qualified. */
    static SuspendedConstraints suspend(Connection connection) throws SQLException {
        List<String> restoring = new ArrayList<>();
        for (String query : List.of(CONSTRAINTS, TRIGGERS)) {
            for (String[] statements :
                    JdbcQuery.list(connection, query, row -> new String[] {row.getString(1), row.getString(2)})) {
                JdbcQuery.run(connection, statements[0]);
                restoring.add(statements[1]);
            }
        }
        return new SuspendedConstraints(restoring);
    }

    /** Adds the constraints and enables the triggers again. */
    void resume(Connection connection) throws SQLException {
        for (String statement : restoring) {
            JdbcQuery.run(connection, statement);
        }
    }
}
