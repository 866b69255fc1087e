package derrick.migrations.diff.change;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.ddl.ColumnDdl;
import derrick.migrations.diff.ddl.ColumnDdl.SequenceDefinition;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.ddl.TypeDdl;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the type of a column. */
record TypeChange(String table, Column before, Column after) {
    private static final String REWRITE = "the declared type needs a rewrite";

    static boolean applies(Column before, Column after) {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    ChangeStep step() {
        boolean widens = isWider(before, after);
        ChangeStep step = ChangeStep.of(alterType(before, after), alterType(after, before))
                .suppressing(
                        "type-change", widens ? "a downgrade to the narrower type may rewrite the table" : REWRITE);
        if (widens) {
            return step;
        }
        ChangeStep remarked = step.withRemark("%s becomes %s: %s is locked for reads and writes while it is rewritten"
                .formatted(path(), TypeDdl.of(after.type()), table));
        if (TypeDdl.needsZone(before.type(), after.type())) {
            remarked = remarked.withRemark(path() + ": times without a zone are taken as UTC; if they are in another"
                    + " zone, change AT TIME ZONE here and in the U file");
        }
        return TypeDdl.keepsValues(before.type(), after.type())
                ? remarked
                : remarked.withLoss(
                        "the values of %s that do not fit in %s".formatted(path(), TypeDdl.of(after.type())), path());
    }

    private String path() {
        return table + "." + before.name();
    }

    private static boolean isWider(Column from, Column to) {
        return TypeDdl.widens(from.type(), to.type()) && from.collation().equals(to.collation());
    }

    /** The default is dropped and set again where the server may be unable to convert it. */
    private List<String> alterType(Column from, Column to) {
        String alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(table, Identifiers.of(to.name()));
        String setType = alter + "TYPE " + TypeDdl.of(to.type())
                + to.collation().map(name -> " COLLATE " + name).orElse("");
        if (isWider(from, to)) {
            return List.of(setType);
        }
        List<String> statements = new ArrayList<>();
        if (!TypeDdl.keepsValues(from.type(), to.type())) {
            statements.add(countChangedValues(from, to));
        }
        Optional<String> dropped = plainDefault(from).filter(expression -> !differOnlyInModifiers(from, to));
        dropped.ifPresent(expression -> statements.add(alter + "DROP DEFAULT"));
        statements.add(setType + " USING " + TypeDdl.convert(Identifiers.of(to.name()), from.type(), to.type()));
        plainDefault(to)
                .or(() -> dropped)
                .filter(expression -> dropped.isPresent())
                .ifPresent(expression -> statements.add(alter + "SET DEFAULT " + ColumnDdl.expression(expression)));
        return statements;
    }

    /** Returns true if the conversion drops the default and sets the new one. */
    static boolean replacesDefault(Column before, Column after) {
        return applies(before, after) && !isWider(before, after) && !differOnlyInModifiers(before, after);
    }

    /** Returns true if only length or precision differ. */
    private static boolean differOnlyInModifiers(Column from, Column to) {
        return from.type().replaceAll("\\(.*?\\)", "").equals(to.type().replaceAll("\\(.*?\\)", ""));
    }

    private static Optional<String> plainDefault(Column column) {
        return column.defaultValue() instanceof ColumnDefault.Default value
                        && SequenceDefinition.of(column).isEmpty()
                ? Optional.of(value.expression())
                : Optional.empty();
    }

    /** Returns a block that warns of the number of values which change when they are converted and back. */
    private String countChangedValues(Column from, Column to) {
        String name = Identifiers.of(to.name());
        return """
                DO $$
                DECLARE
                    changed bigint;
                BEGIN
                    SELECT count(*) INTO changed FROM %s
                    WHERE (%s::%s::%s)::text IS DISTINCT FROM %s::text;
                    IF changed > 0 THEN
                        RAISE WARNING 'values of %s that do not fit in %s: %%', changed;
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
