package derrick.migrations.diff.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.ddl.ColumnDdl;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.SequenceDefinition;
import derrick.migrations.diff.ddl.TypeDdl;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column gets another type. */
record TypeChange(String table, Column before, Column after) {
    private static final String REWRITES = "no type in between would do, and the declared schema wants this one";

    static boolean isOne(Column before, Column after) {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    ChangeStep step() {
        boolean widens = isWider(before, after);
        ChangeStep step = ChangeStep.of(way(before, after), way(after, before))
                .excused("type-change", widens ? "it is the way back from a wider type" : REWRITES);
        if (widens) {
            return step;
        }
        ChangeStep remarked = step.remarking("%s becomes %s: nobody reads or writes %s while its rows are made anew"
                .formatted(path(), TypeDdl.of(after.type()), table));
        if (TypeDdl.needsZone(before.type(), after.type())) {
            remarked = remarked.remarking(path() + ": local times are taken to be UTC; if they are those of another"
                    + " zone, name that in AT TIME ZONE, here and in the U file");
        }
        return TypeDdl.keepsValues(before.type(), after.type())
                ? remarked
                : remarked.losing("what of %s has no room in %s".formatted(path(), TypeDdl.of(after.type())), path());
    }

    private String path() {
        return table + "." + before.name();
    }

    private static boolean isWider(Column from, Column to) {
        return TypeDdl.widens(from.type(), to.type()) && from.collation().equals(to.collation());
    }

    /** A default is converted by the server where it can; taking it off meanwhile does not ask whether it can. */
    private List<String> way(Column from, Column to) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(to.name()));
        String type = alter + "TYPE " + TypeDdl.of(to.type())
                + to.collation().map(name -> " COLLATE " + name).orElse("");
        if (isWider(from, to)) {
            return List.of(type);
        }
        List<String> statements = new ArrayList<>();
        if (!TypeDdl.keepsValues(from.type(), to.type())) {
            statements.add(warning(from, to));
        }
        Optional<String> value = plainDefault(from).filter(expression -> !isOfOneKind(from, to));
        value.ifPresent(expression -> statements.add(alter + "DROP DEFAULT"));
        statements.add(type + " USING " + TypeDdl.converted(Identifiers.of(to.name()), from.type(), to.type()));
        plainDefault(to)
                .or(() -> value)
                .filter(expression -> value.isPresent())
                .ifPresent(expression -> statements.add(alter + "SET DEFAULT " + ColumnDdl.expression(expression)));
        return statements;
    }

    /** Whether the conversion puts the new default on itself. */
    static boolean takesDefaultOff(Column before, Column after) {
        return isOne(before, after) && !isWider(before, after) && !isOfOneKind(before, after);
    }

    /** Whether only length or precision differ. */
    private static boolean isOfOneKind(Column from, Column to) {
        return from.type().replaceAll("\\(.*?\\)", "").equals(to.type().replaceAll("\\(.*?\\)", ""));
    }

    private static Optional<String> plainDefault(Column column) {
        return column.filling() instanceof ColumnDefault.Default value
                        && SequenceDefinition.of(column).isEmpty()
                ? Optional.of(value.expression())
                : Optional.empty();
    }

    /** Tells how many values the conversion would change, by converting them there and back. */
    private String warning(Column from, Column to) {
        String name = Identifiers.of(to.name());
        return """
                DO $$
                DECLARE
                    cut bigint;
                BEGIN
                    SELECT count(*) INTO cut FROM %s
                    WHERE (%s::%s::%s)::text IS DISTINCT FROM %s::text;
                    IF cut > 0 THEN
                        RAISE WARNING 'values of %s that %s has no room for: %%', cut;
                    END IF;
                END
                $$""".formatted(
                        table,
                        name,
                        TypeDdl.of(to.type()),
                        TypeDdl.of(from.type()),
                        name,
                        path().replace("'", "''").replace("%", "%%"),
                        TypeDdl.of(to.type()).replace("'", "''").replace("%", "%%"));
    }
}
