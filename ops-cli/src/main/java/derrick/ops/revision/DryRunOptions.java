package derrick.ops.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.loss.CountedDataLoss;
import derrick.migrations.run.loss.LostRowCounter;
import derrick.migrations.run.plan.MigrationPlan;
import derrick.migrations.run.plan.MigrationStep;
import derrick.migrations.run.plan.PlanRange;
import derrick.migrations.run.plan.PlanSql;
import derrick.ops.CommandFailed;
import derrick.ops.CommonOptions;
import derrick.ops.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Options that show what a migration would do without running it. */
final class DryRunOptions {
    @Option(names = "--plan", description = "Only list the scripts that would run.")
    private boolean plan;

    @Option(
            names = "--sql",
            description = "Only print the SQL that would run, for psql -v ON_ERROR_STOP=1. REVISION may be FROM:TO, "
                    + "and no database is asked then.")
    private boolean sql;

    @Option(
            names = "--single-transaction",
            description = "One transaction around all of it; a downgrade only with --sql.")
    private boolean singleTransaction;

    /** Whether nothing is to be done. */
    boolean isAsked() {
        if (plan && sql) {
            throw CommandFailed.usage("--plan and --sql are two answers; ask for one at a time");
        }
        if (singleTransaction && plan) {
            throw CommandFailed.usage("--plan runs nothing; leave --single-transaction out");
        }
        return plan || sql;
    }

    /** Whether all is to be done or nothing. */
    boolean inOneTransaction() {
        return singleTransaction;
    }

    /** Prints the one that is asked for. */
    void print(Direction direction, String target, Revisions revisions, CommonOptions options, Terminal terminal) {
        if (PlanRange.isOpen(target)) {
            try (Database database = options.openDatabase(terminal)) {
                SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions);
                // What broke off is tried again by an upgrade, but SQL that others run cannot know of it.
                PlanRange range =
                        PlanRange.of(target, revisions, () -> sql ? migration.current() : migration.current(direction));
                MigrationPlan steps = migration.plan(direction, range);
                LostRowCounter count = new LostRowCounter(database.dataSource());
                print(steps, () -> count.of(steps.losses()), revisions, options, terminal);
            }
        } else {
            PlanRange range = PlanRange.of(target, revisions, Optional::empty);
            MigrationPlan steps = MigrationPlan.of(direction, range, revisions);
            print(steps, () -> CountedDataLoss.notCounted(steps.losses()), revisions, options, terminal);
        }
    }

    private void print(
            MigrationPlan steps,
            Supplier<List<CountedDataLoss>> losses,
            Revisions revisions,
            CommonOptions options,
            Terminal terminal) {
        if (sql) {
            PlanSql script = new PlanSql(revisions);
            terminal.out().print(singleTransaction ? script.inOneTransaction(steps) : script.of(steps));
        } else if (options.json()) {
            List<CountedDataLoss> counted = losses.get();
            terminal.json(document -> write(steps, counted, document));
        } else {
            steps.steps().forEach(step -> terminal.out().println(worded(step, steps.direction())));
            losses.get().forEach(loss -> terminal.out().println("lose " + loss.sentence()));
            if (steps.steps().isEmpty()) {
                terminal.out().println("nothing to do");
            }
        }
    }

    private static String worded(MigrationStep step, Direction direction) {
        return "%s %s: %d %s%s"
                .formatted(
                        direction == Direction.UP ? "apply" : "undo",
                        step.revision().name(),
                        step.statementCount(),
                        step.statementCount() == 1 ? "statement" : "statements",
                        step.isTransactional() ? "" : ", outside a transaction");
    }

    private static void write(MigrationPlan plan, List<CountedDataLoss> losses, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("direction", plan.direction().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("steps");
        for (MigrationStep step : plan.steps()) {
            json.writeStartObject();
            json.writeStringField("revision", step.revision().id());
            json.writeStringField("name", step.revision().name());
            json.writeStringField("script", step.script().path());
            json.writeNumberField("statements", step.statementCount());
            json.writeBooleanField("transactional", step.isTransactional());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("losses");
        for (CountedDataLoss counted : losses) {
            json.writeStartObject();
            json.writeStringField("name", counted.loss().name());
            json.writeStringField("kind", counted.loss().kind().name().toLowerCase(Locale.ROOT));
            if (counted.rows().isPresent()) {
                json.writeNumberField("rows", counted.rows().getAsLong());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
