package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Columns of a table whose values are those of another's columns, or of its own. */
record ForeignKey(List<String> columns, String parent, List<String> parentColumns) {
    private static final Pattern FORM = Pattern.compile("FOREIGN KEY \\(([^)]*)\\) REFERENCES ([^(]+)\\(([^)]*)\\).*");

    /** Those of a table. */
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
        return Stream.of(list.split(",")).map(ForeignKey::name).toList();
    }

    private static String name(String written) {
        String name = written.strip();
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    /** Whether both ends are there. */
    boolean isIn(Table table, Catalog catalog) {
        return has(table, columns)
                && catalog.table(parent)
                        .filter(other -> has(other, parentColumns))
                        .isPresent();
    }

    private static boolean has(Table table, List<String> columns) {
        return columns.stream()
                .allMatch(name -> table.columns().stream()
                        .anyMatch(column -> column.name().equals(name)));
    }
}
