package derrick.migrations.run.plan;

import derrick.migrations.postgres.SessionSettings;
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
    /** The first lines. psql would print the notices of a script. */
    private static final String BEGIN = SessionSettings.SQL + "SET client_min_messages = warning;\n";

    /** {@link SessionSettings#RESET} for psql. Keeps the start time that {@link HistorySql#BEGIN_TIME} stored. */
    private static final String RESET = """
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

    private final Revisions revisions;

    public PlanSql(Revisions revisions) {
        this.revisions = revisions;
    }

    /** Returns the script of a plan, with each revision in its own transaction if it can run in one. */
    public String of(MigrationPlan plan) {
        StringBuilder sql = new StringBuilder(BEGIN);
        if (beginsAtBase(plan)) {
            sql.append(transaction(HistorySql.TABLE));
        }
        for (MigrationPlan.PlannedScript planned : plan.scripts()) {
            String body = body(planned, plan.direction());
            sql.append(title(planned)).append(planned.script().isTransactional() ? transaction(body) : body);
        }
        return sql.toString();
    }

    /**
     * Returns the script of a plan in one transaction.
     *
     * @throws SingleTransactionImpossible if a script cannot run in a transaction
     */
    public String inOneTransaction(MigrationPlan plan) {
        plan.requireTransactional();
        StringBuilder sql = new StringBuilder(beginsAtBase(plan) ? HistorySql.TABLE : "");
        plan.scripts().forEach(planned -> sql.append(title(planned)).append(body(planned, plan.direction())));
        return BEGIN + transaction(sql.toString());
    }

    /** Returns the script of a stamp: it writes the history of a range and runs no revision. */
    public String stamp(MigrationPlan.Range range) {
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
        return BEGIN + transaction(sql.toString());
    }

    private static boolean beginsAtBase(MigrationPlan plan) {
        return plan.range().from().isEmpty() && !plan.scripts().isEmpty();
    }

    private static String transaction(String body) {
        return "BEGIN;\n" + body + "COMMIT;\n";
    }

    private static String title(MigrationPlan.PlannedScript planned) {
        return "\n-- " + planned.script().file() + (planned.script().isTransactional() ? "" : ", outside a transaction")
                + "\n";
    }

    private String body(MigrationPlan.PlannedScript planned, Direction direction) {
        Revision revision = planned.revision();
        return require(revision, direction)
                + (direction == Direction.UP ? HistorySql.BEGIN_TIME : "")
                + statements(planned.script())
                + RESET
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
