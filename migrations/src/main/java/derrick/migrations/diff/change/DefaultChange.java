package derrick.migrations.diff.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.ddl.ColumnDdl;
import derrick.migrations.diff.ddl.ColumnDdl.SequenceDefinition;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the default or the sequence of a column that is not generated. */
record DefaultChange(String table, Column before, Column after) {
    /** Returns true if the default differs; the options of a sequence may differ even if it does not. */
    static boolean applies(Column before, Column after) {
        return !before.defaultValue().equals(after.defaultValue());
    }

    ChangeStep step() {
        Optional<SequenceDefinition> old = SequenceDefinition.of(before);
        Optional<SequenceDefinition> declared = SequenceDefinition.of(after);
        if (old.isPresent()
                && declared.isPresent()
                && old.get().isIdentity() == declared.get().isIdentity()) {
            return declared.get().isIdentity()
                    ? ChangeStep.of(setGenerated(before, after), setGenerated(after, before))
                    : ChangeStep.of(rename(old.get(), declared.get()), rename(declared.get(), old.get()));
        }
        return ChangeStep.of(replaceDefault(before, after), replaceDefault(after, before));
    }

    private String alter() {
        return "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(after.name()));
    }

    /** Changes the mode and the options of an identity column in one statement. */
    private String setGenerated(Column from, Column to) {
        String mode = alter() + "SET " + to.defaultValue().text().orElseThrow().replace(" AS IDENTITY", "");
        return from.sequence().equals(to.sequence())
                ? mode
                : mode + " " + options(SequenceDefinition.of(to).orElseThrow());
    }

    private static String rename(SequenceDefinition from, SequenceDefinition to) {
        return "ALTER SEQUENCE %s RENAME TO %s"
                .formatted(
                        from.name().orElseThrow(),
                        Identifiers.withoutSchema(to.name().orElseThrow()));
    }

    private List<String> replaceDefault(Column from, Column to) {
        List<String> statements = new ArrayList<>();
        Optional<SequenceDefinition> old = SequenceDefinition.of(from);
        Optional<SequenceDefinition> declared = SequenceDefinition.of(to);
        boolean withoutSequence = old.isEmpty() && declared.isEmpty();
        if (old.isPresent() && declared.isPresent()) {
            statements.add(
                    "SELECT set_config('derrick.last_value', coalesce(pg_sequence_last_value(%s), 0)::text, true)"
                            .formatted(sequence()));
        }
        if (old.filter(SequenceDefinition::isIdentity).isPresent()) {
            statements.add(alter() + "DROP IDENTITY");
        } else if (from.defaultValue().text().isPresent()
                && !(withoutSequence && to.defaultValue().text().isPresent())) {
            statements.add(alter() + "DROP DEFAULT");
        }
        old.flatMap(SequenceDefinition::name).ifPresent(name -> statements.add("DROP SEQUENCE " + name));
        addDefault(to, statements, old.isPresent());
        return statements;
    }

    private void addDefault(Column to, List<String> statements, boolean continues) {
        Optional<SequenceDefinition> sequence = SequenceDefinition.of(to);
        if (sequence.isEmpty()) {
            if (to.defaultValue() instanceof ColumnDefault.Default value) {
                statements.add(alter() + "SET DEFAULT " + ColumnDdl.expression(value.expression()));
            }
            return;
        }
        if (sequence.get().isIdentity()) {
            statements.add(alter() + "ADD " + new ColumnDdl(table, to).identity());
        } else {
            String name = sequence.get().name().orElseThrow();
            statements.add("CREATE SEQUENCE %s AS %s OWNED BY %s.%s"
                    .formatted(name, sequence.get().definition(), table, Identifiers.of(to.name())));
            statements.add(alter() + "SET DEFAULT nextval(" + SqlQuoting.text(name) + ")");
        }
        statements.add(setNextValue(sequence.get(), continues));
    }

    private String sequence() {
        return "pg_get_serial_sequence(%s, %s)".formatted(SqlQuoting.text(table), SqlQuoting.text(after.name()));
    }

    /** Starts the sequence after the values in the rows and after the last value of the previous sequence. */
    private String setNextValue(SequenceDefinition sequence, boolean continues) {
        boolean descends = sequence.option("INCREMENT") < 0;
        return """
                SELECT setval(
                    %s,
                    %s(%d, %s(%s) %s 1%s), false)
                FROM %s""".formatted(
                sequence(),
                descends ? "least" : "greatest",
                sequence.option("START"),
                descends ? "min" : "max",
                Identifiers.of(after.name()),
                descends ? "-" : "+",
                continues ? ", current_setting('derrick.last_value')::bigint %s 1".formatted(descends ? "-" : "+") : "",
                table);
    }

    /** Returns the step that changes the options of a sequence. */
    static ChangeStep alterSequence(String table, Column before, Column after) {
        return ChangeStep.of(alterSequence(table, after), alterSequence(table, before));
    }

    private static String alterSequence(String table, Column column) {
        SequenceDefinition sequence = SequenceDefinition.of(column).orElseThrow();
        if (!sequence.isIdentity()) {
            String cycle = sequence.definition().endsWith(" CYCLE") ? "" : " NO CYCLE";
            return "ALTER SEQUENCE " + sequence.name().orElseThrow() + " AS " + sequence.definition() + cycle;
        }
        return "ALTER TABLE %s ALTER COLUMN %s %s".formatted(table, Identifiers.of(column.name()), options(sequence));
    }

    private static String options(SequenceDefinition sequence) {
        return sequence.options().replaceAll("(START|INCREMENT|MINVALUE|MAXVALUE|CACHE|CYCLE)", "SET $1")
                + (sequence.definition().endsWith(" CYCLE") ? "" : " SET NO CYCLE");
    }
}
