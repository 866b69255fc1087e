package derrick.migrations.catalog.reader;

import static derrick.migrations.catalog.reader.CatalogQuery.list;
import static derrick.migrations.catalog.reader.CatalogQuery.text;

import derrick.migrations.catalog.OtherObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the objects that have no record of their own, so that no difference between two databases goes unseen. Each
 * query answers with the columns {@code what, name, attributes, made, dropped, target, comment}, where attributes are
 * words and values in turn. PostgreSQL itself writes each name, qualified where the search path does not lead to it.
 */
final class OtherObjectReader {
    /** Most databases have few kinds of objects, and planning a query that answers nothing takes its time. */
    private static final String PRESENT = """
            SELECT
                EXISTS (
                    SELECT FROM pg_type
                    WHERE oid >= 16384 AND typtype IN ('d', 'c', 'r', 'b', 'p') AND typcategory <> 'A'
                        AND NOT EXISTS (SELECT FROM pg_class WHERE pg_class.oid = typrelid AND relkind <> 'c'))
                            AS types,
                EXISTS (SELECT FROM pg_aggregate WHERE aggfnoid::oid >= 16384)
                    OR EXISTS (SELECT FROM pg_operator WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_opfamily WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_cast WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_conversion WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_collation WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_language WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_transform)
                    OR EXISTS (SELECT FROM pg_am WHERE oid >= 16384) AS code,
                EXISTS (SELECT FROM pg_ts_config WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_ts_dict WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_ts_parser WHERE oid >= 16384)
                    OR EXISTS (SELECT FROM pg_ts_template WHERE oid >= 16384) AS text_search,
                EXISTS (SELECT FROM pg_foreign_data_wrapper) AS foreign_data,
                EXISTS (SELECT FROM pg_publication) AS publications
            """;

    private OtherObjectReader() {}

    /** Each by its kind and name. */
    static Map<String, OtherObject> of(Connection connection) throws SQLException {
        Map<String, OtherObject> all = new LinkedHashMap<>();
        for (CatalogQuery query : queries(connection)) {
            all.putAll(query.byName(connection, OtherObjectReader::object));
        }
        return all;
    }

    private static List<CatalogQuery> queries(Connection connection) throws SQLException {
        List<CatalogQuery> queries = new ArrayList<>(List.of(TableDetailQueries.ALL, DatabaseQueries.ALL));
        try (Statement statement = connection.createStatement();
                ResultSet present = statement.executeQuery(PRESENT)) {
            present.next();
            if (present.getBoolean("types")) {
                queries.add(TypeQueries.ALL);
            }
            if (present.getBoolean("code")) {
                queries.add(CodeQueries.ALL);
            }
            if (present.getBoolean("text_search")) {
                queries.add(CodeQueries.TEXT_SEARCH);
            }
            if (present.getBoolean("foreign_data")) {
                queries.add(DatabaseQueries.FOREIGN_DATA);
            }
            if (present.getBoolean("publications")) {
                boolean ofSchemas = connection.getMetaData().getDatabaseMajorVersion() >= 15;
                queries.add(ofSchemas ? DatabaseQueries.PUBLICATIONS : DatabaseQueries.PUBLICATIONS_BEFORE_15);
            }
        }
        return queries;
    }

    static OtherObject object(ResultSet row) throws SQLException {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<String> pairs = list(row, "attributes");
        for (int at = 0; at < pairs.size(); at += 2) {
            attributes.put(pairs.get(at), pairs.get(at + 1));
        }
        return new OtherObject(
                row.getString("what"),
                row.getString("name"),
                attributes,
                list(row, "made"),
                list(row, "dropped"),
                text(row, "target"),
                text(row, "comment"));
    }
}
