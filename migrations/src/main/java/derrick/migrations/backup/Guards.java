package derrick.migrations.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a schema does when rows come in, set aside while rows come in that were checked long ago: triggers, foreign
 * keys, and constraints that hold for new rows only. In the end all are as they were, and the server holds the keys
 * against all rows.
 */
record Guards(List<String> restoring) {
    /** A partition's own copy goes and comes with that of the table it is a part of. */
    private static final String CONSTRAINTS = """
            SELECT
                format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
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

    /** Sets them aside; names are to be written with their schemas. */
    static Guards setAside(Shapes database) throws SQLException {
        List<Map.Entry<String, String>> guards = new ArrayList<>(database.pairs(CONSTRAINTS));
        guards.addAll(database.pairs(TRIGGERS));
        for (Map.Entry<String, String> guard : guards) {
            database.run(guard.getKey());
        }
        return new Guards(guards.stream().map(Map.Entry::getValue).toList());
    }

    /** Puts them in force again. */
    void putBack(Shapes database) throws SQLException {
        for (String statement : restoring) {
            database.run(statement);
        }
    }
}
