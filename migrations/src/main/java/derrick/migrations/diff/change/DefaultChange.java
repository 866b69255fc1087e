package derrick.migrations.diff.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.ddl.ColumnDdl;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.SequenceDefinition;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes a column's default, its sequence, or both. Generated columns are not for this. */
record DefaultChange(String table, Column before, Column after) {
    /** Whether the default differs; the numbers of a sequence may differ all the same. */
    static boolean isOne(Column before, Column after) {
        return !before.filling().equals(after.filling());
    }

    ChangeStep step() {
        Optional<SequenceDefinition> old = SequenceDefinition.of(before);
        Optional<SequenceDefinition> now = SequenceDefinition.of(after);
        if (old.isPresent()
                && now.isPresent()
                && old.get().isIdentity() == now.get().isIdentity()) {
            return now.get().isIdentity()
                    ? ChangeStep.of(setGenerated(before, after), setGenerated(after, before))
                    : ChangeStep.of(rename(old.get(), now.get()), rename(now.get(), old.get()));
        }
        return ChangeStep.of(way(before, after), way(after, before));
    }

    private String alter() {
        return "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(after.name()));
    }

    /** Mode and options of an identity in one statement. */
    private String setGenerated(Column from, Column to) {
        String mode = alter() + "SET " + to.filling().text().orElseThrow().replace(" AS IDENTITY", "");
        return from.sequence().equals(to.sequence())
                ? mode
                : mode + " " + options(SequenceDefinition.of(to).orElseThrow());
    }

    private static String rename(SequenceDefinition from, SequenceDefinition to) {
        return "ALTER SEQUENCE %s RENAME TO %s"
                .formatted(
                        from.name().orElseThrow(), Identifiers.local(to.name().orElseThrow()));
    }

    private List<String> way(Column from, Column to) {
        List<String> statements = new ArrayList<>();
        Optional<SequenceDefinition> old = SequenceDefinition.of(from);
        Optional<SequenceDefinition> now = SequenceDefinition.of(to);
        boolean plain = old.isEmpty() && now.isEmpty();
        if (old.isPresent() && now.isPresent()) {
            statements.add(
                    "SELECT set_config('derrick.last_value', coalesce(pg_sequence_last_value(%s), 0)::text, true)"
                            .formatted(sequence()));
        }
        if (old.filter(SequenceDefinition::isIdentity).isPresent()) {
            statements.add(alter() + "DROP IDENTITY");
        } else if (from.filling().text().isPresent()
                && !(plain && to.filling().text().isPresent())) {
            statements.add(alter() + "DROP DEFAULT");
        }
        old.flatMap(SequenceDefinition::name).ifPresent(name -> statements.add("DROP SEQUENCE " + name));
        take(to, statements, old.isPresent());
        return statements;
    }

    private void take(Column to, List<String> statements, boolean goesOn) {
        Optional<SequenceDefinition> numbers = SequenceDefinition.of(to);
        if (numbers.isEmpty()) {
            if (to.filling() instanceof ColumnDefault.Default value) {
                statements.add(alter() + "SET DEFAULT " + ColumnDdl.expression(value.expression()));
            }
            return;
        }
        if (numbers.get().isIdentity()) {
            statements.add(alter() + "ADD " + new ColumnDdl(table, to).identity());
        } else {
            String name = numbers.get().name().orElseThrow();
            statements.add("CREATE SEQUENCE %s AS %s OWNED BY %s.%s"
                    .formatted(name, numbers.get().definition(), table, Identifiers.of(to.name())));
            statements.add(alter() + "SET DEFAULT nextval(" + SqlQuoting.text(name) + ")");
        }
        statements.add(next(numbers.get(), goesOn));
    }

    private String sequence() {
        return "pg_get_serial_sequence(%s, %s)".formatted(SqlQuoting.text(table), SqlQuoting.text(after.name()));
    }

    /** New numbers begin after those that rows have, and after those that the sequence before had given out. */
    private String next(SequenceDefinition numbers, boolean goesOn) {
        boolean descends = numbers.option("INCREMENT") < 0;
        return """
                SELECT setval(
                    %s,
                    %s(%d, %s(%s) %s 1%s), false)
                FROM %s""".formatted(
                sequence(),
                descends ? "least" : "greatest",
                numbers.option("START"),
                descends ? "min" : "max",
                Identifiers.of(after.name()),
                descends ? "-" : "+",
                goesOn ? ", current_setting('derrick.last_value')::bigint %s 1".formatted(descends ? "-" : "+") : "",
                table);
    }

    /** The step from one sequence's numbers to another's. */
    static ChangeStep numbers(String table, Column before, Column after) {
        return ChangeStep.of(numbers(table, after), numbers(table, before));
    }

    private static String numbers(String table, Column column) {
        SequenceDefinition numbers = SequenceDefinition.of(column).orElseThrow();
        if (!numbers.isIdentity()) {
            String cycle = numbers.definition().endsWith(" CYCLE") ? "" : " NO CYCLE";
            return "ALTER SEQUENCE " + numbers.name().orElseThrow() + " AS " + numbers.definition() + cycle;
        }
        return "ALTER TABLE %s ALTER COLUMN %s %s".formatted(table, Identifiers.of(column.name()), options(numbers));
    }

    private static String options(SequenceDefinition numbers) {
        return numbers.options().replaceAll("(START|INCREMENT|MINVALUE|MAXVALUE|CACHE|CYCLE)", "SET $1")
                + (numbers.definition().endsWith(" CYCLE") ? "" : " SET NO CYCLE");
    }
}
