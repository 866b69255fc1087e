package derrick.migrations.verify;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Table;
import derrick.migrations.postgres.JdbcQuery;
import derrick.migrations.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inserts rows into one table, in the transaction of the connection. */
final class TableSeeder {
    private static final String FUTURE_CHECK_PREFIX = "derrick_verify_";
    private static final int PARENTS = 20;

    /** Greater than the count of numbers that seeding uses. */
    private static final long MAX_STEP = 1_000;

    private final Connection connection;
    private final FutureConstraints future;
    private final Table table;
    private final List<Column> columns;
    private final Map<String, String> futureChecks = new LinkedHashMap<>();
    private Optional<String> lastFailure = Optional.empty();

    TableSeeder(Connection connection, FutureConstraints future, Table table) {
        this.connection = connection;
        this.future = future;
        this.table = table;
        this.columns = table.columns().stream().filter(TableSeeder::needsValue).toList();
    }

    /** Returns true if an INSERT gives a value; identity and sequence columns use their default. */
    private static boolean needsValue(Column column) {
        return column.sequence().isEmpty()
                && !(column.defaultValue() instanceof ColumnDefault.Identity)
                && !(column.defaultValue() instanceof ColumnDefault.Generated);
    }

    /** Inserts rows that satisfy the constraints of all later revisions, or else those of now. */
    void addValidRows(int firstRow) throws SQLException {
        advanceSequences();
        addFutureChecks();
        boolean first = add(RowKind.FULL, firstRow);
        boolean second = add(RowKind.FULL, firstRow + 1);
        boolean third = add(RowKind.SPARSE, firstRow + 2);
        for (String name : futureChecks.keySet()) {
            JdbcQuery.run(connection, "ALTER TABLE %s DROP CONSTRAINT %s".formatted(quotedTable(), name));
        }
        futureChecks.clear();
        if (!first && !second && !third) {
            add(RowKind.FULL, firstRow);
        }
    }

    /** Inserts rows with extreme values that satisfy the current constraints. */
    void addEdgeCases(int firstRow) throws SQLException {
        add(RowKind.EDGE_CASE, firstRow);
        add(RowKind.EDGE_CASE, firstRow + 1);
        add(RowKind.MINIMAL, firstRow + 2);
    }

    /** Returns why the table has no rows; empty if it has some. */
    Optional<String> reasonForNoRows() throws SQLException {
        boolean isEmpty =
                rows("SELECT FROM %s LIMIT 1".formatted(quotedTable()), 0).isEmpty();
        return isEmpty && !future.inserted().isInsertedInto(table.name())
                ? lastFailure.or(() -> Optional.of("no value satisfies its constraints"))
                : Optional.empty();
    }

    /** Advances the sequences of the table past numbers that revisions insert. */
    private void advanceSequences() throws SQLException {
        for (Column column : table.columns()) {
            List<Long> inUse = future.inserted().of(table.name(), column.name()).stream()
                    .filter(value -> value.matches("-?\\d{1,18}"))
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
            if (!inUse.isEmpty() && !needsValue(column)) {
                advanceSequence(column, inUse);
            }
        }
    }

    /** Advances a sequence past each number that is in use and that seeded rows could reach. */
    private void advanceSequence(Column column, List<Long> inUse) throws SQLException {
        Optional<String> sequence =
                JdbcQuery.text(connection, "SELECT pg_get_serial_sequence(?, ?)", table.name(), column.name());
        if (sequence.isEmpty()) {
            return;
        }
        long next = number("SELECT last_value + is_called::integer FROM " + sequence.get());
        long unused = next;
        for (long number : inUse) {
            if (number >= unused && number < unused + MAX_STEP) {
                unused = number + 1;
            }
        }
        if (unused > next) {
            number("SELECT setval('%s', %d, false)".formatted(sequence.get().replace("'", "''"), unused));
        }
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(JdbcQuery.text(connection, query).orElseThrow());
    }

    private void addFutureChecks() throws SQLException {
        for (String check : future.futureChecks(table)) {
            String name = FUTURE_CHECK_PREFIX + futureChecks.size();
            String addCheck = "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID".formatted(quotedTable(), name, check);
            if (JdbcQuery.inSavepoint(connection, () -> JdbcQuery.run(connection, addCheck))
                    .isEmpty()) {
                futureChecks.put(name, check);
            }
        }
    }

    private boolean add(RowKind kind, int number) throws SQLException {
        List<CandidateValues> candidates = candidates(kind, number);
        if (candidates.stream().anyMatch(candidate -> candidate.choices().isEmpty())) {
            return false;
        }
        Optional<String> failure = new RowSearch(connection, table, futureChecks).add(candidates, types());
        lastFailure = failure.or(() -> lastFailure);
        return failure.isEmpty();
    }

    private List<CandidateValues> candidates(RowKind kind, int row) throws SQLException {
        List<CandidateValues> candidates = new ArrayList<>();
        for (ForeignKey key : kind.ignoresFuture() ? ForeignKey.of(table).toList() : future.foreignKeys(table)) {
            CandidateValues candidate =
                    withoutReserved(CandidateValues.of(key, parents(key), mayBeNull(key, kind), kind, row));
            boolean isFree = candidates.stream()
                    .noneMatch(other -> other.columns().stream().anyMatch(key.columns()::contains));
            if (isFree && !candidate.choices().isEmpty()) {
                candidates.add(candidate);
            }
        }
        Set<String> taken = candidates.stream()
                .flatMap(candidate -> candidate.columns().stream())
                .collect(Collectors.toSet());
        for (Column column : columns) {
            if (!taken.contains(column.name())) {
                candidates.add(withoutReserved(CandidateValues.of(column, table, future, kind, row)));
            }
        }
        return candidates;
    }

    private CandidateValues withoutReserved(CandidateValues candidate) {
        return new CandidateValues(
                candidate.columns(),
                candidate.choices().stream()
                        .filter(choice -> IntStream.range(0, choice.size())
                                .noneMatch(at -> choice.get(at)
                                        .filter(value -> future.isReserved(
                                                table.name(),
                                                candidate.columns().get(at),
                                                value))
                                        .isPresent()))
                        .toList());
    }

    private boolean mayBeNull(ForeignKey key, RowKind kind) {
        return columns.stream()
                .filter(column -> key.columns().contains(column.name()))
                .allMatch(column -> kind.ignoresFuture() ? column.nullable() : future.isAlwaysNullable(table, column));
    }

    private List<List<Optional<String>>> parents(ForeignKey key) throws SQLException {
        String values = key.parentColumns().stream()
                .map(column -> SqlQuoting.name(column) + "::text")
                .collect(Collectors.joining(", "));
        List<List<Optional<String>>> all = rows(
                "SELECT %s FROM %s ORDER BY 1 LIMIT 100".formatted(values, key.parent()),
                key.columns().size());
        // A seeded row must not reference a row that a downgrade deletes.
        List<List<Optional<String>>> seeded =
                all.stream().filter(row -> !isInserted(key, row)).toList();
        return (seeded.isEmpty() ? all : seeded).stream().limit(PARENTS).toList();
    }

    private boolean isInserted(ForeignKey key, List<Optional<String>> row) {
        return IntStream.range(0, row.size())
                .allMatch(at -> row.get(at)
                        .filter(value -> future.inserted()
                                .has(key.parent(), key.parentColumns().get(at), value))
                        .isPresent());
    }

    private Map<String, String> types() {
        return columns.stream().collect(Collectors.toMap(Column::name, Column::type));
    }

    private List<List<Optional<String>>> rows(String query, int columnCount) throws SQLException {
        return JdbcQuery.list(connection, query, results -> {
            List<Optional<String>> row = new ArrayList<>();
            for (int column = 1; column <= columnCount; column++) {
                row.add(Optional.ofNullable(results.getString(column)));
            }
            return row;
        });
    }

    private String quotedTable() {
        return table.name();
    }
}
