package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.Stage;
import derrick.migrations.revision.Script;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.scratch.ScratchDatabase;
import derrick.migrations.scratch.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs planned steps one by one on what the files make. A step that the server does not take is refused with the
 * server's reason.
 */
record StepTrial(ScratchServer scratch, List<Script> upgrades) implements SchemaDiffer.Trial {
    /** Runs the steps of a server. */
    private interface Runner {
        /** @throws MigrationFailed if the server refuses a statement */
        void run(List<String> statements);
    }

    @Override
    public Catalog after(ChangePlan plan) {
        return inDatabase(plan, runner -> up(plan, runner));
    }

    /** Runs the steps and then their ways back. One that the server does not take is marked in the plan. */
    void downFrom(ChangePlan plan) {
        inDatabase(plan, runner -> {
            up(plan, runner);
            List<ChangeStep> steps = new ArrayList<>(plan.steps().toList());
            Collections.reverse(steps);
            for (ChangeStep step : steps) {
                try {
                    runner.run(step.down());
                } catch (MigrationFailed refused) {
                    plan.refuseWayBack(step, refused.reason());
                }
            }
        });
    }

    private static void up(ChangePlan plan, Runner runner) {
        for (ChangeStep step : plan.steps().toList()) {
            try {
                runner.run(step.up());
            } catch (MigrationFailed refused) {
                plan.refuse(step, refused.reason());
            }
        }
    }

    /** A new value of an enum can be used only after a commit; all else is rolled back, which is faster. */
    private Catalog inDatabase(ChangePlan plan, Consumer<Runner> work) {
        if (plan.groups().stream().noneMatch(group -> group.stage() == Stage.EXTEND)) {
            return scratch.rolledBack(upgrades, connection -> {
                work.accept(statements -> run(statements, connection));
                return CatalogReader.within(connection);
            });
        }
        try (ScratchDatabase copy = scratch.copyAfter(upgrades)) {
            work.accept(statements -> copy.run(script(statements)));
            return CatalogReader.read(copy.connection());
        }
    }

    private static Script script(List<String> statements) {
        String text = statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
        return new Script("the new file", "the new file", text);
    }

    private static void run(List<String> statements, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            Savepoint before = connection.setSavepoint();
            try {
                for (String sql : statements) {
                    statement.execute(inTransaction(sql));
                }
                connection.releaseSavepoint(before);
            } catch (SQLException refusal) {
                connection.rollback(before);
                throw MigrationFailed.inScratch(script(statements), refusal);
            }
        } catch (SQLException broken) {
            throw new CatalogUnreadable(broken);
        }
    }

    /** A statement with the same effect on the schema inside a transaction. What it does with rows does not count. */
    private static String inTransaction(String sql) {
        return sql.startsWith("DO ") ? "SELECT 1" : sql.replaceFirst(" CONCURRENTLY ", " ");
    }
}
