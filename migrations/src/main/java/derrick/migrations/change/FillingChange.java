package derrick.migrations.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Filling;
import derrick.migrations.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes a column's default, its sequence, or both. Generated columns are not for this. */
record FillingChange(String table, Column before, Column after) {
    /** Whether the default differs; the numbers of a sequence may differ all the same. */
    static boolean isOne(Column before, Column after) {
        return !before.filling().equals(after.filling());
    }

    Step step() {
        Optional<Numbers> old = Numbers.of(before);
        Optional<Numbers> now = Numbers.of(after);
        if (old.isPresent()
                && now.isPresent()
                && old.get().isIdentity() == now.get().isIdentity()) {
            return now.get().isIdentity()
                    ? Step.of(setGenerated(before, after), setGenerated(after, before))
                    : Step.of(rename(old.get(), now.get()), rename(now.get(), old.get()));
        }
        return Step.of(way(before, after), way(after, before));
    }

    private String alter() {
        return "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Names.of(after.name()));
    }

    /** Mode and options of an identity in one statement. */
    private String setGenerated(Column from, Column to) {
        String mode = alter() + "SET " + to.filling().text().orElseThrow().replace(" AS IDENTITY", "");
        return from.sequence().equals(to.sequence())
                ? mode
                : mode + " " + options(Numbers.of(to).orElseThrow());
    }

    private static String rename(Numbers from, Numbers to) {
        return "ALTER SEQUENCE %s RENAME TO %s"
                .formatted(from.name().orElseThrow(), Names.local(to.name().orElseThrow()));
    }

    private List<String> way(Column from, Column to) {
        List<String> statements = new ArrayList<>();
        Optional<Numbers> old = Numbers.of(from);
        Optional<Numbers> now = Numbers.of(to);
        boolean plain = old.isEmpty() && now.isEmpty();
        if (old.isPresent() && now.isPresent()) {
            statements.add(
                    "SELECT set_config('derrick.last_value', coalesce(pg_sequence_last_value(%s), 0)::text, true)"
                            .formatted(sequence()));
        }
        if (old.filter(Numbers::isIdentity).isPresent()) {
            statements.add(alter() + "DROP IDENTITY");
        } else if (from.filling().text().isPresent()
                && !(plain && to.filling().text().isPresent())) {
            statements.add(alter() + "DROP DEFAULT");
        }
        old.flatMap(Numbers::name).ifPresent(name -> statements.add("DROP SEQUENCE " + name));
        take(to, statements, old.isPresent());
        return statements;
    }

    private void take(Column to, List<String> statements, boolean goesOn) {
        Optional<Numbers> numbers = Numbers.of(to);
        if (numbers.isEmpty()) {
            if (to.filling() instanceof Filling.Default value) {
                statements.add(alter() + "SET DEFAULT " + ColumnText.expression(value.expression()));
            }
            return;
        }
        if (numbers.get().isIdentity()) {
            statements.add(alter() + "ADD " + new ColumnText(table, to).identity());
        } else {
            String name = numbers.get().name().orElseThrow();
            statements.add("CREATE SEQUENCE %s AS %s OWNED BY %s.%s"
                    .formatted(name, numbers.get().definition(), table, Names.of(to.name())));
            statements.add(alter() + "SET DEFAULT nextval(" + Quoted.text(name) + ")");
        }
        statements.add(next(numbers.get(), goesOn));
    }

    private String sequence() {
        return "pg_get_serial_sequence(%s, %s)".formatted(Quoted.text(table), Quoted.text(after.name()));
    }

    /** New numbers begin after those that rows have, and after those that the sequence before had given out. */
    private String next(Numbers numbers, boolean goesOn) {
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
                Names.of(after.name()),
                descends ? "-" : "+",
                goesOn ? ", current_setting('derrick.last_value')::bigint %s 1".formatted(descends ? "-" : "+") : "",
                table);
    }

    /** The step from one sequence's numbers to another's. */
    static Step numbers(String table, Column before, Column after) {
        return Step.of(numbers(table, after), numbers(table, before));
    }

    private static String numbers(String table, Column column) {
        Numbers numbers = Numbers.of(column).orElseThrow();
        if (!numbers.isIdentity()) {
            String cycle = numbers.definition().endsWith(" CYCLE") ? "" : " NO CYCLE";
            return "ALTER SEQUENCE " + numbers.name().orElseThrow() + " AS " + numbers.definition() + cycle;
        }
        return "ALTER TABLE %s ALTER COLUMN %s %s".formatted(table, Names.of(column.name()), options(numbers));
    }

    private static String options(Numbers numbers) {
        return numbers.options().replaceAll("(START|INCREMENT|MINVALUE|MAXVALUE|CACHE|CYCLE)", "SET $1")
                + (numbers.definition().endsWith(" CYCLE") ? "" : " SET NO CYCLE");
    }
}
