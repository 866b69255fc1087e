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

/** Inserts rows into each table that is empty or whose definition changed since it was seeded. */
final class RowSeeder {
    private static final int ROWS = 3;

    private final Map<String, Table> seeded = new HashMap<>();
    private int nextRow = 1;

    /**
     * Inserts rows.
     *
     * @param edgeCases true to insert also rows that later revisions may reject
     * @return a difference with the error of the server for each table that stays empty
     */
    List<Difference> seed(Connection connection, FutureConstraints future, boolean edgeCases) {
        List<Difference> empty = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            for (Table table : parentsFirst(future)) {
                TableSeeder seeder = new TableSeeder(connection, future, table);
                if (table.equals(seeded.get(table.name()))
                        && seeder.reasonForNoRows().isEmpty()) {
                    continue;
                }
                seeder.addValidRows(nextRow);
                nextRow += ROWS;
                if (edgeCases) {
                    seeder.addEdgeCases(nextRow);
                    nextRow += ROWS;
                    seeded.put(table.name(), table);
                }
                seeder.reasonForNoRows()
                        .ifPresent(reason ->
                                empty.add(new Difference(table.name(), table.name() + " cannot be seeded: " + reason)));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new VerificationAborted(failure);
        }
        return empty;
    }

    /** Starts over after the database was recreated. */
    void reset() {
        seeded.clear();
    }

    private static List<Table> parentsFirst(FutureConstraints future) {
        Set<Table> ordered = new LinkedHashSet<>();
        Set<String> visited = new LinkedHashSet<>();
        future.current().tables().values().stream()
                .filter(table ->
                        table.partitionOf().isEmpty() && table.inherits().isEmpty())
                .forEach(table -> addAfterParents(table, future, visited, ordered));
        return List.copyOf(ordered);
    }

    private static void addAfterParents(
            Table table, FutureConstraints future, Set<String> visited, Set<Table> ordered) {
        if (visited.add(table.name())) {
            for (ForeignKey key : future.foreignKeys(table)) {
                Optional<Table> parent = future.current().table(key.parent());
                parent.ifPresent(found -> addAfterParents(found, future, visited, ordered));
            }
            ordered.add(table);
        }
    }
}
