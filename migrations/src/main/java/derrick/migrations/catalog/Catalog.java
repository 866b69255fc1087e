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
 * The objects of a database, in all schemas but the system's. The history of revisions, what extensions brought along
 * and who owns what are left out. Each map leads from name to object, in alphabetical order.
 *
 * @param grants what was granted and revoked, default privileges included
 * @param dependencies which object needs which others
 */
public record Catalog(
        Map<String, EnumType> enums,
        Map<String, Sequence> sequences,
        Map<String, Routine> functions,
        Map<String, Table> tables,
        Map<String, View> views,
        Map<String, OtherObject> others,
        Map<String, OtherObject> grants,
        Dependencies dependencies) {
    /** The database in which nothing is. */
    public static final Catalog EMPTY = new Catalog(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new Dependencies(Map.of()));

    /**
     * Reads a database, all of it at one moment. Names in the schema that connections begin in are not qualified, and
     * all others are. A role that may only read is enough.
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
            Catalog catalog = within(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return catalog;
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /** The same as a transaction sees it that has begun; its settings are changed until it ends. */
    public static Catalog within(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            // Compiling a query of the catalogs takes longer than its answer.
            statement.execute("SET LOCAL jit = off");
            statement.execute("SELECT set_config('search_path', quote_ident(current_schema()), true)");
            return CatalogReader.read(connection);
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /** The table of this name. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The same with other tables. */
    public Catalog withTables(Map<String, Table> others) {
        return new Catalog(enums, sequences, functions, others, views, this.others, grants, dependencies);
    }

    /** The same without what was granted and revoked, for a comparison with files that grant nothing. */
    public Catalog withoutGrants() {
        return new Catalog(enums, sequences, functions, tables, views, others, Map.of(), dependencies);
    }

    /** All objects, each with its parts inside. */
    public List<CatalogObject> objects() {
        return Stream.of(enums, sequences, functions, tables, views, others, grants)
                .map(Map::values)
                .<CatalogObject>flatMap(Collection::stream)
                .toList();
    }
}
