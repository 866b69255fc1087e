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
 * What will be asked of the rows of a table at this revision and at all later ones. Rows that hold up to all of it go
 * through to head; the literals in the conditions say which values a column is made for.
 *
 * @param now the schema as it is
 * @param later the schemas after each of the revisions to come
 * @param inserted the rows that revisions insert themselves
 */
record FutureConstraints(Catalog now, List<Catalog> later, InsertedRows inserted) {
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'::(?:text|character varying|bpchar)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.])");
    private static final String UNIQUE_INDEX = "CREATE UNIQUE INDEX";
    private static final int MOST = 12;

    private Stream<Table> forms(String table) {
        return Stream.concat(Stream.of(now), later.stream()).flatMap(catalog -> catalog.table(table).stream());
    }

    private Stream<String> checks(String table) {
        return forms(table)
                .flatMap(form -> form.constraints().stream())
                .filter(constraint -> constraint.type() == Constraint.Type.CHECK)
                .map(Constraint::definition)
                .distinct();
    }

    /** The conditions that the table does not have yet. */
    List<String> checksToCome(Table table) {
        Set<String> present = Set.copyOf(
                table.constraints().stream().map(Constraint::definition).toList());
        return checks(table.name()).filter(check -> !present.contains(check)).toList();
    }

    /** Whether the column takes NULL, now and later. */
    boolean mayStayNull(Table table, Column column) {
        return forms(table.name())
                .flatMap(form -> form.columns().stream())
                .filter(form -> form.name().equals(column.name()))
                .allMatch(Column::nullable);
    }

    /** The foreign keys of a table, now and later, as far as both their ends are there. */
    List<ForeignKey> foreignKeys(Table table) {
        return forms(table.name())
                .flatMap(ForeignKey::of)
                .distinct()
                .filter(key -> key.isIn(table, now))
                .toList();
    }

    /** Whether a value is the key, or part of the key, of a row that a revision inserts. */
    boolean isReserved(String table, String column, String value) {
        return inserted.has(table, column, value) && isInKey(table, column);
    }

    private boolean isInKey(String table, String column) {
        return forms(table)
                .flatMap(form -> Stream.concat(
                        form.constraints().stream()
                                .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY
                                        || constraint.type() == Constraint.Type.UNIQUE)
                                .map(Constraint::definition),
                        form.indexes().stream().map(Index::definition).filter(index -> index.startsWith(UNIQUE_INDEX))))
                .anyMatch(key -> names(key.replaceFirst("^.*? USING ", ""), column));
    }

    /** The texts that conditions on a column name. */
    List<String> texts(String table, String column) {
        return literals(table, column, TEXT)
                .map(literal -> literal.group(1).replace("''", "'"))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The numbers that conditions on a column name. */
    List<String> numbers(String table, String column) {
        return literals(table, column, NUMBER)
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<MatchResult> literals(String table, String column, Pattern pattern) {
        return checks(table)
                .filter(check -> names(check, column))
                .flatMap(check -> pattern.matcher(check).results().toList().stream());
    }

    /** Whether a constraint or an index speaks of a column. */
    static boolean names(String definition, String column) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)")
                .matcher(definition)
                .find();
    }

    /** What a constraint or an index of a table says, by its name. */
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
