package derrick.migrations.verify;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Table;
import derrick.migrations.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts rows into one table, in the transaction of a connection. The server alone decides which it takes. */
final class TableSeeder {
    private static final String TO_COME = "derrick_verify_";
    private static final int PARENTS = 20;

    private final Connection connection;
    private final FutureConstraints outlook;
    private final Table table;
    private final List<Column> columns;
    private final Map<String, String> checksToCome = new LinkedHashMap<>();
    private Optional<String> complaint = Optional.empty();

    TableSeeder(Connection connection, FutureConstraints outlook, Table table) {
        this.connection = connection;
        this.outlook = outlook;
        this.table = table;
        this.columns = table.columns().stream().filter(TableSeeder::isFree).toList();
    }

    /** Whether a row has to bring a value; a number comes from its sequence, so that the sequence goes on. */
    private static boolean isFree(Column column) {
        return column.sequence().isEmpty()
                && !(column.defaultValue() instanceof ColumnDefault.Identity)
                && !(column.defaultValue() instanceof ColumnDefault.Generated);
    }

    /** Adds rows that hold up to the conditions of all revisions to come; to those of today at least. */
    void addFitting(int firstRow) throws SQLException {
        passInsertedNumbers();
        imposeChecksToCome();
        boolean full = add(RowKind.FULL, firstRow);
        boolean another = add(RowKind.FULL, firstRow + 1);
        boolean sparse = add(RowKind.SPARSE, firstRow + 2);
        for (String name : checksToCome.keySet()) {
            run("ALTER TABLE %s DROP CONSTRAINT %s".formatted(quotedTable(), name));
        }
        checksToCome.clear();
        if (!full && !another && !sparse) {
            add(RowKind.FULL, firstRow);
        }
    }

    /** Adds rows at the edge of what the table takes today. */
    void addAwkward(int firstRow) throws SQLException {
        add(RowKind.AWKWARD, firstRow);
        add(RowKind.AWKWARD, firstRow + 1);
        add(RowKind.BARE, firstRow + 2);
    }

    /** Whether there is any row; if not, why the server took none. */
    Optional<String> reasonForNone() throws SQLException {
        boolean none =
                rows("SELECT FROM %s LIMIT 1".formatted(quotedTable()), 0).isEmpty();
        return none && !outlook.inserted().isIn(table.name())
                ? complaint.or(() -> Optional.of("no value was found"))
                : Optional.empty();
    }

    /** Lets the sequences of the table go on behind the numbers that revisions insert, where these are near. */
    private void passInsertedNumbers() throws SQLException {
        for (Column column : table.columns()) {
            List<Long> taken = outlook.inserted().of(table.name(), column.name()).stream()
                    .filter(value -> value.matches("-?\\d{1,18}"))
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
            if (!taken.isEmpty() && !isFree(column)) {
                new ColumnSequence(connection, table.name(), column).pass(taken);
            }
        }
    }

    private void imposeChecksToCome() throws SQLException {
        for (String check : outlook.checksToCome(table)) {
            String name = TO_COME + checksToCome.size();
            String impose = "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID".formatted(quotedTable(), name, check);
            if (new SavepointTry(connection).of(() -> run(impose)).isEmpty()) {
                checksToCome.put(name, check);
            }
        }
    }

    private boolean add(RowKind kind, int number) throws SQLException {
        List<CandidateValues> slots = slots(kind, number);
        if (slots.stream().anyMatch(slot -> slot.choices().isEmpty())) {
            return false;
        }
        Optional<String> refusal = new RowSearch(connection, table, checksToCome).add(slots, types());
        complaint = refusal.or(() -> complaint);
        return refusal.isEmpty();
    }

    private List<CandidateValues> slots(RowKind kind, int row) throws SQLException {
        List<CandidateValues> slots = new ArrayList<>();
        for (ForeignKey key : kind.isOfToday() ? ForeignKey.of(table).toList() : outlook.foreignKeys(table)) {
            CandidateValues slot = unreserved(CandidateValues.of(key, parents(key), mayBeNull(key, kind), kind, row));
            boolean free =
                    slots.stream().noneMatch(other -> other.columns().stream().anyMatch(key.columns()::contains));
            if (free && !slot.choices().isEmpty()) {
                slots.add(slot);
            }
        }
        Set<String> taken =
                slots.stream().flatMap(slot -> slot.columns().stream()).collect(Collectors.toSet());
        for (Column column : columns) {
            if (!taken.contains(column.name())) {
                slots.add(unreserved(CandidateValues.of(column, table, outlook, kind, row)));
            }
        }
        return slots;
    }

    private CandidateValues unreserved(CandidateValues slot) {
        return new CandidateValues(
                slot.columns(),
                slot.choices().stream()
                        .filter(choice -> IntStream.range(0, choice.size())
                                .noneMatch(at -> choice.get(at)
                                        .filter(value -> outlook.isReserved(
                                                table.name(), slot.columns().get(at), value))
                                        .isPresent()))
                        .toList());
    }

    private boolean mayBeNull(ForeignKey key, RowKind kind) {
        return columns.stream()
                .filter(column -> key.columns().contains(column.name()))
                .allMatch(column -> kind.isOfToday() ? column.nullable() : outlook.mayStayNull(table, column));
    }

    private List<List<Optional<String>>> parents(ForeignKey key) throws SQLException {
        String values = key.parentColumns().stream()
                .map(column -> SqlQuoting.name(column) + "::text")
                .collect(Collectors.joining(", "));
        List<List<Optional<String>>> all = rows(
                "SELECT %s FROM %s ORDER BY 1 LIMIT 100".formatted(values, key.parent()),
                key.columns().size());
        // A row that its revision takes away again should not be needed by a seeded one.
        List<List<Optional<String>>> seeded =
                all.stream().filter(row -> !isInserted(key, row)).toList();
        return (seeded.isEmpty() ? all : seeded).stream().limit(PARENTS).toList();
    }

    private boolean isInserted(ForeignKey key, List<Optional<String>> row) {
        return IntStream.range(0, row.size())
                .allMatch(at -> row.get(at)
                        .filter(value -> outlook.inserted()
                                .has(key.parent(), key.parentColumns().get(at), value))
                        .isPresent());
    }

    private Map<String, String> types() {
        return columns.stream().collect(Collectors.toMap(Column::name, Column::type));
    }

    private List<List<Optional<String>>> rows(String query, int columnCount) throws SQLException {
        List<List<Optional<String>>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            while (answer.next()) {
                List<Optional<String>> row = new ArrayList<>();
                for (int column = 1; column <= columnCount; column++) {
                    row.add(Optional.ofNullable(answer.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String quotedTable() {
        return table.name();
    }
}
