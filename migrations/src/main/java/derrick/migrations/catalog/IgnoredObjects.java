package derrick.migrations.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The unmanaged objects that were accepted when a database was adopted or stamped. They are listed in the comment of
 * the history table: it is written in the same transaction, and dumps include it.
 */
public record IgnoredObjects(Connection connection) {
    private static final String HEADING = "Made by no revision, and known to be there:";
    private static final String COMMENT = "SELECT obj_description(to_regclass('flyway_schema_history'), 'pg_class')";

    /**
     * Returns the ignored objects of a database, each as {@link UnmanagedObject#toString} has it.
     *
     * @throws CatalogUnreadable if the database cannot be reached
     */
    public static Set<String> in(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new IgnoredObjects(connection).read();
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    private Set<String> read() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COMMENT)) {
            row.next();
            return Stream.ofNullable(row.getString(1))
                    .filter(comment -> comment.startsWith(HEADING))
                    .flatMap(String::lines)
                    .skip(1)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Replaces the list. An unchanged list is not written, so it needs no privilege. */
    public void write(List<UnmanagedObject> objects) throws SQLException {
        Set<String> known = objects.stream().map(UnmanagedObject::toString).collect(Collectors.toUnmodifiableSet());
        if (known.equals(read())) {
            return;
        }
        String comment =
                Stream.concat(Stream.of(HEADING), known.stream().sorted()).collect(Collectors.joining("\n"));
        try (PreparedStatement quoting = connection.prepareStatement("SELECT quote_nullable(?)");
                Statement statement = connection.createStatement()) {
            quoting.setString(1, known.isEmpty() ? null : comment);
            try (ResultSet row = quoting.executeQuery()) {
                row.next();
                statement.execute("COMMENT ON TABLE flyway_schema_history IS " + row.getString(1));
            }
        }
    }
}
