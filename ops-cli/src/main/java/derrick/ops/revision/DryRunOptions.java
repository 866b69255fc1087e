package derrick.ops.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.loss.CountedDataLoss;
import derrick.migrations.run.loss.LostRowCounter;
import derrick.migrations.run.plan.MigrationPlan;
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
            description = "Only print the SQL that would run, for psql -v ON_ERROR_STOP=1. If REVISION is FROM:TO, "
                    + "no database is needed.")
    private boolean sql;

    @Option(
            names = "--single-transaction",
            description = "Run all revisions in one transaction; for a downgrade only with --sql.")
    private boolean singleTransaction;

    /** True if the migration must not run. */
    boolean isRequested() {
        if (plan && sql) {
            throw CommandFailed.usage("--plan and --sql cannot be combined");
        }
        if (singleTransaction && plan) {
            throw CommandFailed.usage("--plan and --single-transaction cannot be combined");
        }
        return plan || sql;
    }

    /** True if all revisions run in one transaction. */
    boolean inOneTransaction() {
        return singleTransaction;
    }

    /** Prints the list of scripts or the SQL. */
    void print(Direction direction, String target, Revisions revisions, CommonOptions options, Terminal terminal) {
        if (MigrationPlan.Range.beginsAtCurrent(target)) {
            try (Database database = options.openDatabase(terminal)) {
                SchemaMigration migration = new SchemaMigration(database.dataSource(), revisions);
                // A migration repeats a failed script; the printed SQL cannot, so for --sql the history must have none.
                MigrationPlan.Range range = MigrationPlan.Range.of(
                        target, revisions, () -> sql ? migration.current() : migration.current(direction));
                MigrationPlan migrationPlan = migration.plan(direction, range);
                LostRowCounter counter = new LostRowCounter(database.dataSource());
                print(migrationPlan, () -> counter.of(migrationPlan.losses()), revisions, options, terminal);
            }
        } else {
            MigrationPlan.Range range = MigrationPlan.Range.of(target, revisions, Optional::empty);
            MigrationPlan migrationPlan = MigrationPlan.of(direction, range, revisions);
            print(
                    migrationPlan,
                    () -> CountedDataLoss.notCounted(migrationPlan.losses()),
                    revisions,
                    options,
                    terminal);
        }
    }

    private void print(
            MigrationPlan migrationPlan,
            Supplier<List<CountedDataLoss>> losses,
            Revisions revisions,
            CommonOptions options,
            Terminal terminal) {
        if (sql) {
            PlanSql script = new PlanSql(revisions);
            terminal.out().print(singleTransaction ? script.inOneTransaction(migrationPlan) : script.of(migrationPlan));
        } else if (options.json()) {
            List<CountedDataLoss> counted = losses.get();
            terminal.json(document -> write(migrationPlan, counted, document));
        } else {
            migrationPlan
                    .scripts()
                    .forEach(planned -> terminal.out().println(sentence(planned, migrationPlan.direction())));
            losses.get().forEach(loss -> terminal.out().println("lose " + loss.sentence()));
            if (migrationPlan.scripts().isEmpty()) {
                terminal.out().println("nothing to do");
            }
        }
    }

    private static String sentence(MigrationPlan.PlannedScript planned, Direction direction) {
        int statements = planned.script().statements().size();
        return "%s %s: %d %s%s"
                .formatted(
                        direction == Direction.UP ? "apply" : "undo",
                        planned.revision().name(),
                        statements,
                        statements == 1 ? "statement" : "statements",
                        planned.script().isTransactional() ? "" : ", outside a transaction");
    }

    private static void write(MigrationPlan plan, List<CountedDataLoss> losses, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("direction", plan.direction().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("steps");
        for (MigrationPlan.PlannedScript planned : plan.scripts()) {
            json.writeStartObject();
            json.writeStringField("revision", planned.revision().id());
            json.writeStringField("name", planned.revision().name());
            json.writeStringField("script", planned.script().path());
            json.writeNumberField("statements", planned.script().statements().size());
            json.writeBooleanField("transactional", planned.script().isTransactional());
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
