package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts have the same result on every machine and with any settings of the database. */
final class ClientSettingsTest {
    private static final TimeZone ZONE = TimeZone.getDefault();

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tehran", "America/St_Johns", "UTC"})
    void clientTimeZoneDoesNotChangeTheResult(String zone) {
        for (String setting : new String[] {
            "TimeZone = 'Asia/Kolkata'",
            "DateStyle = 'SQL, DMY'",
            "IntervalStyle = 'iso_8601'",
            "standard_conforming_strings = off",
            "bytea_output = 'escape'",
            "quote_all_identifiers = on"
        }) {
            new Sql(database.dataSource())
                    .run("ALTER DATABASE %s SET %s".formatted(database.address().database(), setting));
        }
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Revisions revisions = new Scripts(folder)
                .write("V001__make_a.sql", """
                        CREATE TABLE a (ts timestamp, day date, span text, path text, bytes text, name text);
                        INSERT INTO a VALUES (
                            '2024-06-01 12:00', '02/01/2024', ('26 hours'::interval)::text, 'c:\\new',
                            '\\x00ff'::bytea::text, quote_ident('a'));
                        SET TimeZone = 'Asia/Kolkata';
                        """)
                .write("V002__date_a.sql", """
                        ALTER TABLE a ALTER ts TYPE timestamptz;
                        CREATE TABLE b (t timestamptz DEFAULT '2024-01-01 00:00');
                        """)
                .write("V003__date_it_outside.sql", """
                        -- derrick:outside-transaction
                        ALTER TABLE a ADD later timestamptz DEFAULT '2024-06-01 12:00';
                        SET TimeZone = 'Asia/Kolkata';
                        """)
                .revisions();

        new SchemaMigration(database.dataSource(), revisions).upgrade("head", MigrationListener.NONE);

        assertThat(new Sql(database.dataSource())
                        .rows("SELECT extract(epoch FROM ts)::bigint, extract(epoch FROM later)::bigint,"
                                + " extract(month FROM day), span, path, bytes, name FROM a"))
                .containsExactly("1717243200 1717243200 2 26:00:00 c:\\new \\x00ff a");
        assertThat(new RevisionHistory(database.dataSource(), revisions).entries())
                .allSatisfy(entry -> assertThat(entry.installedOn())
                        .hasValueSatisfying(time -> assertThat(Duration.between(time, Instant.now()))
                                .isBetween(Duration.ofMinutes(-5), Duration.ofMinutes(5))));
        TimeZone.setDefault(TimeZone.getTimeZone("Australia/Darwin"));
        assertThat(CatalogDifference.between(
                        database.scratch().after(revisions.upgradeScripts(Optional.of(revisions.head()))),
                        CatalogReader.read(database.dataSource())))
                .isEmpty();
    }
}
