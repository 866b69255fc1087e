package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import derrick.ops.DerrickCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands on one database concurrently. */
class ConcurrentCommandsTest {
    private static final int PAIRS = 4;
    private static final int ROUNDS = 5;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @Test
    void oneOfTwoConcurrentUpgradesAppliesTheRevision() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(3 * PAIRS);
        try {
            List<Future<Sql>> races = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                String name = database.address().database() + "_" + pair;
                Scripts scripts = new Scripts(Files.createDirectory(folder.resolve(name)));
                new Sql(database.dataSource()).run("CREATE DATABASE " + name + " TEMPLATE template0");
                DatabaseAddress address = DatabaseAddress.parse(database.address()
                        .url()
                        .replaceFirst("/" + database.address().database() + "$", "/" + name));
                races.add(people.submit(() -> race(people, scripts, address)));
            }
            for (Future<Sql> race : races) {
                assertThat(race.get(120, TimeUnit.SECONDS)
                                .rows("SELECT count(*), count(DISTINCT version), bool_and(success)"
                                        + " FROM flyway_schema_history"))
                        .containsExactly(ROUNDS + " " + ROUNDS + " t");
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** Runs two upgrades at the same time, twenty times, each to a new revision. */
    private static Sql race(ExecutorService people, Scripts scripts, DatabaseAddress address) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String id = "%03d".formatted(round);
            scripts.table(id, "bit_" + id);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Cli> upgrade = () -> {
                start.await();
                return Cli.run("upgrade", "--migrations=" + scripts.folder(), "--database-url=" + address.url());
            };
            Future<Cli> one = people.submit(upgrade);
            Future<Cli> other = people.submit(upgrade);

            List<Cli> both = List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS));

            assertThat(both).extracting(Cli::exitCode).containsOnly(0);
            assertThat(both)
                    .extracting(cli -> cli.out().strip())
                    .as(id)
                    .containsExactlyInAnyOrder("nothing to do", "applied " + id + "_make_bit_" + id);
        }
        return new Sql(address.dataSource());
    }

    @Test
    void aKilledUpgradeReleasesItsLocksAndLeavesNothing() throws Exception {
        new Scripts(folder).table("001", "bit").write("V002__make_pump.sql", """
                CREATE TABLE pump (id integer);
                SELECT pg_sleep(CASE WHEN EXISTS (SELECT FROM bit) THEN 120 ELSE 0 END);
                """);
        Sql sql = new Sql(database.dataSource());
        derrick("upgrade", "001");
        sql.run("INSERT INTO bit VALUES (1)");
        Process holder = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        DerrickCli.class.getName()),
                                words("upgrade"))
                        .toList())
                .redirectError(folder.resolve("holder.err").toFile())
                .start();
        String asleep =
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (sql.rows(asleep).isEmpty()) {
            assertThat(holder.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
        }

        holder.destroyForcibly().waitFor();
        sql.run("DELETE FROM bit");

        Cli upgrade = derrick("upgrade");
        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();
        assertThat(upgrade.out()).isEqualToIgnoringNewLines("applied 002_make_pump");
        assertThat(sql.rows("SELECT version, success FROM flyway_schema_history ORDER BY 1"))
                .containsExactly("001 t", "002 t");
    }

    private Cli derrick(String... words) {
        return Cli.run(words(words).toArray(String[]::new));
    }

    private Stream<String> words(String... words) {
        return Stream.concat(
                Stream.of(words),
                Stream.of(
                        "--migrations=" + folder,
                        "--database-url=" + database.address().url()));
    }
}
