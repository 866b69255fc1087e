package derrick.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.InstalledServer;
import derrick.migrations.testing.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Compares {@link CatalogDifference} with pg_dump: two schemas of which it finds no difference are dumped the same. The
 * whole of pg_dump's schema section counts, with known exceptions: owners and privileges, which {@code check} leaves
 * out on purpose, and the name of a partition's share of an index, which PostgreSQL or maintenance chooses.
 */
class CatalogAgainstDumpTest {
    @RegisterExtension
    static final InstalledServer server = new InstalledServer();

    private static final int CHANGES = Integer.getInteger("changes", 40);
    private static final int CHANGES_OF_ONE_SCHEMA = 10;
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
    /** Random tokens that newer releases of pg_dump write for psql. */
    private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(un)?restrict .*$");

    @BeforeAll
    static void makeRoles() {
        new Sql(server.newDatabase().dataSource()).run("CREATE ROLE reader", "CREATE ROLE writer");
    }

    @Test
    void whateverPgDumpShowsOfAChangeIsADifference() throws SQLException, IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CatalogAgainstDumpTest: -Dseed=" + seed + " -Dchanges=" + CHANGES);
        Random random = new Random(seed);
        List<String> unseen = new ArrayList<>();
        for (int made = 0; made < CHANGES; made += CHANGES_OF_ONE_SCHEMA) {
            unseen.addAll(unseen(random));
        }
        assertThat(unseen).as("-Dseed=%d -Dchanges=%d", seed, CHANGES).isEmpty();
    }

    /** Changes a schema step by step; returns the steps that pg_dump shows and {@link CatalogDifference} does not. */
    private static List<String> unseen(Random random) throws SQLException, IOException {
        DatabaseAddress database = newSchema();
        List<String> changes = changes();
        List<String> unseen = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection()) {
            Catalog before = CatalogReader.read(connection);
            String dumpBefore = dump(database);
            int made = 0;
            while (made < CHANGES_OF_ONE_SCHEMA) {
                String change = chosen(changes.get(random.nextInt(changes.size())), random::nextInt);
                if (isMade(change, connection)) {
                    made++;
                    Catalog after = CatalogReader.read(connection);
                    String dumpAfter = dump(database);
                    if (CatalogDifference.between(before, after).isEmpty() && !dumpBefore.equals(dumpAfter)) {
                        unseen.add(change);
                    }
                    before = after;
                    dumpBefore = dumpAfter;
                }
            }
        }
        return unseen;
    }

    @Test
    void everyChangeCanBeMade() throws SQLException {
        List<String> refused = new ArrayList<>();
        try (Connection connection = newSchema().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (String change : changes()) {
                if (!isMade(chosen(change, words -> 0), connection)) {
                    refused.add(change);
                }
                connection.rollback();
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void aSchemaThatWasMadeFromADumpIsTheSame() throws SQLException, IOException {
        DatabaseAddress database = newSchema();
        DatabaseAddress restored = server.newDatabase();
        new Sql(restored.dataSource()).run(dump(database));

        assertThat(CatalogDifference.between(
                        CatalogReader.read(database.dataSource()), CatalogReader.read(restored.dataSource())))
                .isEmpty();
    }

    private static DatabaseAddress newSchema() {
        DatabaseAddress database = server.newDatabase();
        new Sql(database.dataSource()).run(resource("schema.sql"));
        return database;
    }

    private static boolean isMade(String change, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(change);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static String dump(DatabaseAddress database) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        server.programs().resolve("pg_dump").toString(),
                        "--schema-only",
                        "--no-owner",
                        "--no-privileges")
                .redirectErrorStream(true);
        program.environment()
                .putAll(Map.of(
                        "PGHOST",
                        database.host(),
                        "PGPORT",
                        String.valueOf(database.port()),
                        "PGDATABASE",
                        database.database(),
                        "PGUSER",
                        database.user(),
                        "PGPASSWORD",
                        InstalledServer.PASSWORD));
        Process process = program.start();
        String dump = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(dump).isZero();
        return RESTRICTION.matcher(dump).replaceAll("");
    }

    private static List<String> changes() {
        String text = resource("changes.sql")
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return List.of(text.split(";(\n|$)"));
    }

    /** A change with one of the alternatives of each choice in it. */
    private static String chosen(String change, IntUnaryOperator choose) {
        return CHOICE.matcher(change).replaceAll(choice -> {
            String[] alternatives = choice.group(1).split("\\|", -1);
            return Matcher.quoteReplacement(alternatives[choose.applyAsInt(alternatives.length)]);
        });
    }

    private static String resource(String name) {
        try (InputStream resource = Objects.requireNonNull(CatalogAgainstDumpTest.class.getResourceAsStream(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
