package derrick.migrations.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * All that a schema consists of, without its own name, so that two schemas can be equal. The history of revisions and
 * what extensions brought along are left out. Each map leads from name to object, in alphabetical order.
 */
public record Catalog(
        Map<String, EnumType> enums,
        Map<String, Sequence> sequences,
        Map<String, Routine> functions,
        Map<String, Table> tables,
        Map<String, View> views,
        Map<String, Other> others) {
    /** The schema in which nothing is. */
    public static final Catalog EMPTY = new Catalog(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * Reads the schema that connections begin in, all of it at one moment. A role that may only read is enough.
     *
     * @throws CatalogUnreadable if the database cannot be reached, or refuses
     */
    public static Catalog of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection);
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /** The same over a connection that is in no transaction, for who reads again and again. */
    public static Catalog of(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SELECT set_config('search_path', quote_ident(current_schema()), true)");
            Catalog catalog = CatalogReader.read(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return catalog;
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /** The table of this name. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Everything, each with its parts inside. */
    List<CatalogObject> objects() {
        return Stream.of(enums, sequences, functions, tables, views, others)
                .map(Map::values)
                .<CatalogObject>flatMap(Collection::stream)
                .toList();
    }
}
