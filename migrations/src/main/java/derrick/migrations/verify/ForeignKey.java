package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A foreign key, read from its definition in the catalog. */
record ForeignKey(List<String> columns, String parent, List<String> parentColumns) {
    private static final Pattern FORM = Pattern.compile("FOREIGN KEY \\(([^)]*)\\) REFERENCES ([^(]+)\\(([^)]*)\\).*");

    /** Returns the foreign keys of a table. */
    static Stream<ForeignKey> of(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.type() == Constraint.Type.FOREIGN_KEY)
                .flatMap(constraint -> read(constraint.definition()).stream());
    }

    private static Optional<ForeignKey> read(String definition) {
        Matcher form = FORM.matcher(definition);
        return form.matches()
                ? Optional.of(new ForeignKey(names(form.group(1)), form.group(2), names(form.group(3))))
                : Optional.empty();
    }

    private static List<String> names(String list) {
        return Stream.of(list.split(",")).map(ForeignKey::unquoted).toList();
    }

    private static String unquoted(String written) {
        String name = written.strip();
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** Returns true if the referencing and the referenced columns exist. */
    boolean hasColumnsIn(Table table, Catalog catalog) {
        return hasColumns(table, columns)
                && catalog.table(parent)
                        .filter(other -> hasColumns(other, parentColumns))
                        .isPresent();
    }

    private static boolean hasColumns(Table table, List<String> columns) {
        return columns.stream()
                .allMatch(name -> table.columns().stream()
                        .anyMatch(column -> column.name().equals(name)));
    }
}
