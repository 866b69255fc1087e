package derrick.migrations.run.plan;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.Statement;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a migration as a psql script, to be run with {@code -v ON_ERROR_STOP=1}. The script runs the same statements
 * in the same transactions as the migration and leaves the same history.
 */
public final class PlanSql {
    private final Revisions revisions;

    public PlanSql(Revisions revisions) {
        this.revisions = revisions;
    }

    /** Returns the script of a plan, with each revision in its own transaction if it can run in one. */
    public String of(MigrationPlan plan) {
        StringBuilder sql = new StringBuilder(SessionSql.BEGIN);
        if (beginsAtBase(plan)) {
            sql.append(transaction(HistorySql.TABLE));
        }
        for (MigrationStep step : plan.steps()) {
            String body = body(step, plan.direction());
            sql.append(title(step)).append(step.isTransactional() ? transaction(body) : body);
        }
        return sql.toString();
    }

    /**
     * Returns the script of a plan in one transaction.
     *
     * @throws SingleTransactionImpossible if a step cannot run in a transaction
     */
    public String inOneTransaction(MigrationPlan plan) {
        plan.requireTransactional();
        StringBuilder sql = new StringBuilder(beginsAtBase(plan) ? HistorySql.TABLE : "");
        plan.steps().forEach(step -> sql.append(title(step)).append(body(step, plan.direction())));
        return SessionSql.BEGIN + transaction(sql.toString());
    }

    /** Returns the script of a stamp: it writes the history of a range and runs no revision. */
    public String stamp(PlanRange range) {
        StringBuilder sql = new StringBuilder();
        if (range.from().isEmpty()) {
            sql.append(HistorySql.TABLE);
        }
        sql.append("DELETE FROM flyway_schema_history WHERE NOT success;\n");
        MigrationPlan.between(range.fromNumber(), range.toNumber(), revisions)
                .forEach(revision -> sql.append(added(revision)));
        MigrationPlan.between(range.toNumber(), range.fromNumber(), revisions).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(revision ->
                        sql.append(HistorySql.requireApplied(revision)).append(removed(revision)));
        return SessionSql.BEGIN + transaction(sql.toString());
    }

    private static boolean beginsAtBase(MigrationPlan plan) {
        return plan.range().from().isEmpty() && !plan.steps().isEmpty();
    }

    private static String transaction(String body) {
        return "BEGIN;\n" + body + "COMMIT;\n";
    }

    private static String title(MigrationStep step) {
        return "\n-- " + step.script().file() + (step.isTransactional() ? "" : ", outside a transaction") + "\n";
    }

    private String body(MigrationStep step, Direction direction) {
        Revision revision = step.revision();
        return require(revision, direction)
                + (direction == Direction.UP ? SessionSql.BEGIN_TIME : "")
                + statements(step.script())
                + SessionSql.RESET_IN_PSQL
                + (direction == Direction.UP
                        ? HistorySql.applied(revision, revisions.upgradeScript(revision))
                        : removed(revision));
    }

    private static String require(Revision revision, Direction direction) {
        return direction == Direction.UP ? HistorySql.requirePending(revision) : HistorySql.requireApplied(revision);
    }

    private String added(Revision revision) {
        return HistorySql.requirePending(revision) + HistorySql.added(revision, revisions.upgradeScript(revision));
    }

    private String removed(Revision revision) {
        return HistorySql.removed(revision, revisions.upgradeScript(revision));
    }

    /** Returns the script unchanged up to its last statement, with a semicolon added if that has none. */
    private static String statements(Script script) {
        List<Statement> statements = script.statements();
        if (statements.isEmpty()) {
            return "";
        }
        Statement last = statements.get(statements.size() - 1);
        return last.rows()
                .map(rows -> script.text().substring(0, rows.end()) + "\\."
                        + (rows.text().endsWith("\r\n") ? "\r\n" : "\n"))
                .orElseGet(() ->
                        script.text().substring(0, last.offset() + last.text().length()) + ";\n");
    }
}
