package derrick.migrations.lint;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A script as the rules see it.
 *
 * @param sites its statements, those inside a block of DO right after the block
 * @param outcome the schema when all of it has run
 * @param upgrade whether it leads up
 * @param hasUndo whether a script that leads back from the same revision is there
 */
record LintedFile(
        SqlScript script,
        List<StatementContext> sites,
        SchemaState outcome,
        boolean transactional,
        boolean upgrade,
        boolean hasUndo) {
    /** Looks at a script's statements one after the other, on top of the schema that it finds. */
    static LintedFile of(SqlScript script, SchemaState found, boolean transactional, boolean upgrade, boolean hasUndo) {
        SchemaState schema = found;
        boolean lockTimeout = false;
        List<StatementContext> sites = new ArrayList<>();
        for (Statement statement : script.statements()) {
            sites.add(new StatementContext(statement, schema, transactional, lockTimeout, false));
            for (Statement step : BlockSteps.of(statement)) {
                sites.add(new StatementContext(step, schema, transactional, lockTimeout, true));
                schema = schema.after(step);
                lockTimeout = LockTimeoutTracker.after(step, lockTimeout, true);
            }
            schema = schema.after(statement);
            lockTimeout = LockTimeoutTracker.after(statement, lockTimeout, transactional);
        }
        return new LintedFile(script, List.copyOf(sites), schema, transactional, upgrade, hasUndo);
    }
}
