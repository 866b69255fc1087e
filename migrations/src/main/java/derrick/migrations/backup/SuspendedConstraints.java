package derrick.migrations.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Triggers, foreign keys and NOT VALID constraints, which are off while the rows of a backup are loaded. Foreign keys
 * are checked against all rows when they come back.
 *
 * @param restoring the statements that put them back
 */
record SuspendedConstraints(List<String> restoring) {
    /** A partition's copy of a constraint is dropped and added with that of its parent. */
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

    /** Drops or disables them; the search path must be pg_catalog, so that names come with their schemas. */
    static SuspendedConstraints suspend(CatalogQueries database) throws SQLException {
        List<Map.Entry<String, String>> statements = new ArrayList<>(database.pairs(CONSTRAINTS));
        statements.addAll(database.pairs(TRIGGERS));
        for (Map.Entry<String, String> statement : statements) {
            database.run(statement.getKey());
        }
        return new SuspendedConstraints(
                statements.stream().map(Map.Entry::getValue).toList());
    }

    /** Puts them back. */
    void resume(CatalogQueries database) throws SQLException {
        for (String statement : restoring) {
            database.run(statement);
        }
    }
}
