package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constraints on rows at this revision and at all later ones. Rows that satisfy all of them survive the upgrade to
 * head. Literals in CHECK conditions are used as sample values.
 *
 * @param current the current schema
 * @param later the schemas after each later revision
 * @param inserted the rows that revisions insert
 */
record FutureConstraints(Catalog current, List<Catalog> later, InsertedRows inserted) {
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'::(?:text|character varying|bpchar)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.])");
    private static final String UNIQUE_INDEX = "CREATE UNIQUE INDEX";
    private static final int MAX_LITERALS = 12;

    private Stream<Table> definitions(String table) {
        return Stream.concat(Stream.of(current), later.stream()).flatMap(catalog -> catalog.table(table).stream());
    }

    private Stream<String> checks(String table) {
        return definitions(table)
                .flatMap(definition -> definition.constraints().stream())
                .filter(constraint -> constraint.type() == Constraint.Type.CHECK)
                .map(Constraint::definition)
                .distinct();
    }

    /** Returns the CHECK conditions that later revisions add to the table. */
    List<String> futureChecks(Table table) {
        Set<String> present = Set.copyOf(
                table.constraints().stream().map(Constraint::definition).toList());
        return checks(table.name()).filter(check -> !present.contains(check)).toList();
    }

    /** Returns true if the column is nullable now and at all later revisions. */
    boolean isAlwaysNullable(Table table, Column column) {
        return definitions(table.name())
                .flatMap(definition -> definition.columns().stream())
                .filter(definition -> definition.name().equals(column.name()))
                .allMatch(Column::nullable);
    }

    /** Returns the current and later foreign keys of a table whose columns exist already. */
    List<ForeignKey> foreignKeys(Table table) {
        return definitions(table.name())
                .flatMap(ForeignKey::of)
                .distinct()
                .filter(key -> key.hasColumnsIn(table, current))
                .toList();
    }

    /** Returns true if the value is in a primary or unique key of a row that a revision inserts. */
    boolean isReserved(String table, String column, String value) {
        return inserted.has(table, column, value) && isInKey(table, column);
    }

    private boolean isInKey(String table, String column) {
        return definitions(table)
                .flatMap(definition -> Stream.concat(
                        definition.constraints().stream()
                                .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY
                                        || constraint.type() == Constraint.Type.UNIQUE)
                                .map(Constraint::definition),
                        definition.indexes().stream()
                                .map(Index::definition)
                                .filter(index -> index.startsWith(UNIQUE_INDEX))))
                .anyMatch(key -> names(key.replaceFirst("^.*? USING ", ""), column));
    }

    /** Returns the string literals in CHECK conditions on a column. */
    List<String> texts(String table, String column) {
        return literals(table, column, TEXT)
                .map(literal -> literal.group(1).replace("''", "'"))
                .distinct()
                .limit(MAX_LITERALS)
                .toList();
    }

    /** Returns the numeric literals in CHECK conditions on a column. */
    List<String> numbers(String table, String column) {
        return literals(table, column, NUMBER)
                .map(MatchResult::group)
                .distinct()
                .limit(MAX_LITERALS)
                .toList();
    }

    private Stream<MatchResult> literals(String table, String column, Pattern pattern) {
        return checks(table)
                .filter(check -> names(check, column))
                .flatMap(check -> pattern.matcher(check).results().toList().stream());
    }

    /** Returns true if the definition of a constraint or index names the column. */
    static boolean names(String definition, String column) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)")
                .matcher(definition)
                .find();
    }

    /** Returns the definition of a constraint or index of the table. */
    static Optional<String> definition(Table table, String name) {
        return Stream.concat(
                        table.constraints().stream()
                                .filter(constraint -> constraint.name().equals(name))
                                .map(Constraint::definition),
                        table.indexes().stream()
                                .filter(index -> index.name().equals(name))
                                .map(index -> index.definition().replaceFirst("^.*? USING ", "")))
                .findFirst();
    }
}
