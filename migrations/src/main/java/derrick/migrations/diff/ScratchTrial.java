package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs planned steps and finished files in scratch databases that the existing migration files have set up. */
record ScratchTrial(MigrationFolder folder, ScratchServer scratch) {
    /**
     * The result of running new revisions up and down.
     *
     * @param head the schema after the last upgrade
     * @param irreversible what the first downgrade that does not restore the schema leaves different
     */
    record RoundTrip(Catalog head, List<String> irreversible) {}

    /** A scratch database at the head of the migration files. */
    private interface TrialDatabase {
        /** @throws MigrationFailed if the server rejects a statement; then none of them has an effect */
        void run(List<String> statements);

        Catalog read();
    }

    /** Returns the schema after a plan. A step that the server rejects is marked in the plan and has no effect. */
    Catalog after(ChangePlan plan) {
        return inDatabase(plan, database -> {
            upgrade(plan, database);
            return database.read();
        });
    }

    /** Runs a plan up and down. A step whose downgrade the server rejects is marked in the plan. */
    void tryDowngrades(ChangePlan plan) {
        inDatabase(plan, database -> {
            upgrade(plan, database);
            List<ChangeStep> steps = new ArrayList<>(plan.steps().toList());
            Collections.reverse(steps);
            for (ChangeStep step : steps) {
                try {
                    database.run(step.down());
                } catch (MigrationFailed failure) {
                    plan.markDowngradeFailed(step, failure.reason());
                }
            }
            return plan;
        });
    }

    private static void upgrade(ChangePlan plan, TrialDatabase database) {
        for (ChangeStep step : plan.steps().toList()) {
            try {
                database.run(step.up());
            } catch (MigrationFailed failure) {
                plan.markUpgradeFailed(step, failure.reason());
            }
        }
    }

    /** Uses a transaction that is rolled back, which is fast, unless a new enum value has to be committed. */
    private <T> T inDatabase(ChangePlan plan, Function<TrialDatabase, T> work) {
        if (plan.groups().stream().noneMatch(group -> group.stage() == Stage.EXTEND_ENUM)) {
            return scratch.rolledBack(folder.upgrades(), connection -> work.apply(new InTransaction(connection)));
        }
        try (ScratchDatabase copy = scratch.copyAfter(folder.upgrades())) {
            return work.apply(new InCopy(copy));
        }
    }

    private static Script script(List<String> statements) {
        String text = statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
        return new Script("the new file", "the new file", text);
    }

    /** A copy of the scratch database, in which each step is committed. */
    private record InCopy(ScratchDatabase copy) implements TrialDatabase {
        @Override
        public void run(List<String> statements) {
            copy.run(script(statements));
        }

        @Override
        public Catalog read() {
            return CatalogReader.read(copy.connection());
        }
    }

    /** One transaction with a savepoint for each step. */
    private record InTransaction(Connection connection) implements TrialDatabase {
        @Override
        public void run(List<String> statements) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                Savepoint savepoint = connection.setSavepoint();
                try {
                    for (String sql : statements) {
                        statement.execute(allowedInTransaction(sql));
                    }
                    connection.releaseSavepoint(savepoint);
                } catch (SQLException failure) {
                    connection.rollback(savepoint);
                    throw MigrationFailed.inScratch(script(statements), failure);
                }
            } catch (SQLException failure) {
                throw new CatalogUnreadable(failure);
            }
        }

        /** Returns a statement with the same effect on the schema. DO blocks only change or count rows. */
        private static String allowedInTransaction(String sql) {
            return sql.startsWith("DO ") ? "SELECT 1" : sql.replaceFirst(" CONCURRENTLY ", " ");
        }

        @Override
        public Catalog read() {
            return CatalogReader.within(connection);
        }
    }

    /**
     * Runs new revisions up one by one and down again.
     *
     * @param inCopy whether to use a copy of the database, so that other revisions can start from it afterwards
     * @throws MigrationFailed if the server rejects a statement
     */
    RoundTrip roundTrip(List<RevisionFiles> revisions, boolean inCopy) {
        List<List<Script>> groups = new ArrayList<>();
        groups.add(folder.upgrades());
        revisions.forEach(files -> groups.add(List.of(files.upgrade())));
        for (int at = revisions.size() - 1; at >= 0; at--) {
            groups.add(List.of(revisions.get(at).downgrade()));
        }
        List<Catalog> schemas = inCopy ? scratch.afterEachInCopy(groups) : scratch.afterEach(groups);
        Catalog head = schemas.get(revisions.size());
        for (int back = 1; back <= revisions.size(); back++) {
            RevisionFiles files = revisions.get(revisions.size() - back);
            Catalog before = schemas.get(revisions.size() - back);
            Catalog after = schemas.get(revisions.size() + back);
            List<String> differences = CatalogDifference.between(before, after).stream()
                    .map(difference -> "%s does not restore the schema: %s"
                            .formatted(files.downgrade().file(), difference.sentence("the scratch database")))
                    .toList();
            if (!differences.isEmpty()) {
                return new RoundTrip(head, differences);
            }
        }
        return new RoundTrip(head, List.of());
    }
}
