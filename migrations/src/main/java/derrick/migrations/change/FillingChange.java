package derrick.migrations.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Filling;
import derrick.migrations.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What fills a column changes: a default, a sequence of its own, or nothing. Generated columns are not for this. */
record FillingChange(String table, Column before, Column after) {
    /** Whether both say the same, were it with sequences of other numbers. */
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
                    ? Step.of(setGenerated(after), setGenerated(before))
                    : Step.of(rename(old.get(), now.get()), rename(now.get(), old.get()));
        }
        return Step.of(way(before, after), way(after, before));
    }

    private String alter() {
        return "ALTER TABLE %s ALTER COLUMN %s ".formatted(Names.of(table), Names.of(after.name()));
    }

    private String setGenerated(Column column) {
        return alter() + "SET " + column.filling().text().orElseThrow().replace(" AS IDENTITY", "");
    }

    private static String rename(Numbers from, Numbers to) {
        return "ALTER SEQUENCE %s RENAME TO %s"
                .formatted(from.name().orElseThrow(), to.name().orElseThrow());
    }

    private List<String> way(Column from, Column to) {
        List<String> statements = new ArrayList<>();
        Optional<Numbers> old = Numbers.of(from);
        boolean plain = old.isEmpty() && Numbers.of(to).isEmpty();
        if (old.filter(Numbers::isIdentity).isPresent()) {
            statements.add(alter() + "DROP IDENTITY");
        } else if (from.filling().text().isPresent()
                && !(plain && to.filling().text().isPresent())) {
            statements.add(alter() + "DROP DEFAULT");
        }
        old.flatMap(Numbers::name).ifPresent(name -> statements.add("DROP SEQUENCE " + name));
        take(to, statements);
        return statements;
    }

    private void take(Column to, List<String> statements) {
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
                    .formatted(name, numbers.get().definition(), Names.of(table), Names.of(to.name())));
            statements.add(alter() + "SET DEFAULT nextval(" + Quoted.text(name) + ")");
        }
        statements.add(goOn());
    }

    /** New numbers begin after those that the rows have already. */
    private String goOn() {
        return """
                SELECT setval(
                    pg_get_serial_sequence(%s, %s),
                    coalesce(max(%s) + 1, 1), false)
                FROM %s""".formatted(
                Quoted.text(Names.of(table)), Quoted.text(after.name()), Names.of(after.name()), Names.of(table));
    }

    /** The step from one sequence's numbers to another's. */
    static Step numbers(String table, Column before, Column after) {
        return Step.of(numbers(table, after), numbers(table, before));
    }

    private static String numbers(String table, Column column) {
        Numbers numbers = Numbers.of(column).orElseThrow();
        String cycle = numbers.definition().endsWith(" CYCLE") ? "" : " NO CYCLE";
        if (!numbers.isIdentity()) {
            return "ALTER SEQUENCE " + numbers.name().orElseThrow() + " AS " + numbers.definition() + cycle;
        }
        String options = numbers.options().replaceAll("(START|INCREMENT|MINVALUE|MAXVALUE|CACHE|CYCLE)", "SET $1");
        return "ALTER TABLE %s ALTER COLUMN %s %s%s"
                .formatted(Names.of(table), Names.of(column.name()), options, cycle.isEmpty() ? "" : " SET" + cycle);
    }
}
