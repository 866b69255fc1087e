package derrick.migrations.verify;

import derrick.migrations.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps rows in all tables: whenever a table is empty or has another form than before, it gets new ones. */
final class RowSeeder {
    private static final int ROWS = 3;

    private final Map<String, Table> seeded = new HashMap<>();
    private int nextRow = 1;

    /**
     * Seeds.
     *
     * @param awkward whether rows are wanted that later revisions may not like
     * @return of each table that stays empty, what the server had against its rows
     */
    List<Difference> seed(Connection connection, FutureConstraints outlook, boolean awkward) {
        List<Difference> empty = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            for (Table table : parentsFirst(outlook)) {
                TableSeeder seeding = new TableSeeder(connection, outlook, table);
                if (table.equals(seeded.get(table.name()))
                        && seeding.reasonForNone().isEmpty()) {
                    continue;
                }
                seeding.addFitting(nextRow);
                nextRow += ROWS;
                if (awkward) {
                    seeding.addAwkward(nextRow);
                    nextRow += ROWS;
                    seeded.put(table.name(), table);
                }
                seeding.reasonForNone()
                        .ifPresent(reason -> empty.add(
                                new Difference(table.name(), table.name() + " could not be seeded: " + reason)));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException refused) {
            throw new VerificationAborted(refused);
        }
        return empty;
    }

    /** To be called when the rows are gone. */
    void forget() {
        seeded.clear();
    }

    private static List<Table> parentsFirst(FutureConstraints outlook) {
        Set<Table> ordered = new LinkedHashSet<>();
        Set<String> met = new LinkedHashSet<>();
        outlook.now().tables().values().stream()
                .filter(table ->
                        table.partitionOf().isEmpty() && table.inherits().isEmpty())
                .forEach(table -> follow(table, outlook, met, ordered));
        return List.copyOf(ordered);
    }

    private static void follow(Table table, FutureConstraints outlook, Set<String> met, Set<Table> ordered) {
        if (met.add(table.name())) {
            for (ForeignKey key : outlook.foreignKeys(table)) {
                Optional<Table> parent = outlook.now().table(key.parent());
                parent.ifPresent(found -> follow(found, outlook, met, ordered));
            }
            ordered.add(table);
        }
    }
}
