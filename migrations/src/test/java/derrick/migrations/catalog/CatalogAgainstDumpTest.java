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
 * Compares {@link CatalogDifference} with the schema section of pg_dump: schemas without differences have equal dumps.
 * Owners, privileges and the names of partitions of an index are not compared.
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
    void changesThatPgDumpShowsAreDifferences() throws SQLException, IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CatalogAgainstDumpTest: -Dseed=" + seed + " -Dchanges=" + CHANGES);
        Random random = new Random(seed);
        List<String> missed = new ArrayList<>();
        for (int count = 0; count < CHANGES; count += CHANGES_OF_ONE_SCHEMA) {
            missed.addAll(missed(random));
        }
        assertThat(missed).as("-Dseed=%d -Dchanges=%d", seed, CHANGES).isEmpty();
    }

    /** Changes a schema step by step; returns the steps that pg_dump shows and {@link CatalogDifference} does not. */
    private static List<String> missed(Random random) throws SQLException, IOException {
        DatabaseAddress database = newSchema();
        List<String> changes = changes();
        List<String> missed = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection()) {
            Catalog before = CatalogReader.read(connection);
            String dumpBefore = dump(database);
            int count = 0;
            while (count < CHANGES_OF_ONE_SCHEMA) {
                String change = withChoices(changes.get(random.nextInt(changes.size())), random::nextInt);
                if (succeeds(change, connection)) {
                    count++;
                    Catalog after = CatalogReader.read(connection);
                    String dumpAfter = dump(database);
                    if (CatalogDifference.between(before, after).isEmpty() && !dumpBefore.equals(dumpAfter)) {
                        missed.add(change);
                    }
                    before = after;
                    dumpBefore = dumpAfter;
                }
            }
        }
        return missed;
    }

    @Test
    void everyChangeSucceeds() throws SQLException {
        List<String> failed = new ArrayList<>();
        try (Connection connection = newSchema().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (String change : changes()) {
                if (!succeeds(withChoices(change, words -> 0), connection)) {
                    failed.add(change);
                }
                connection.rollback();
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void aRestoredDumpHasNoDifferences() throws SQLException, IOException {
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

    private static boolean succeeds(String change, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(change);
            return true;
        } catch (SQLException failure) {
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

    /** Returns a change with one alternative of each choice. */
    private static String withChoices(String change, IntUnaryOperator choose) {
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
