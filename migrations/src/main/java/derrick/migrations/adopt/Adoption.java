package derrick.migrations.adopt;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.catalog.IgnoredObjects;
import derrick.migrations.catalog.UnmanagedObject;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.Stamp;
import derrick.migrations.scratch.ScratchServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Takes over a database that Alembic manages, in one transaction. The schema is compared with that of the first
 * revision; then the history is written, the time zone of times without one is recorded, Alembic's table is dropped,
 * and the objects that no revision makes are recorded as ignored. A second run changes nothing.
 *
 * @param scratch the server on which the first revision is run for the comparison
 * @param lockWait how long to retry while another migration holds the lock
 */
public record Adoption(DataSource database, Revisions revisions, ScratchServer scratch, Duration lockWait) {
    /**
     * Takes the database over.
     *
     * @param timeZone the zone of the times that are stored without one, if it is known already
     * @throws AdoptionRefused if Alembic is not at its first revision, or if alembic_version is back in an adopted
     *     database
     * @throws SchemaMismatch if the schema differs from that of the first revision
     * @throws UnknownTimeZone if the server has no such zone
     * @throws derrick.migrations.run.LockTimeoutException if another migration holds the lock for too long
     * @throws derrick.migrations.run.MigrationRefused if the role lacks a privilege
     * @throws CatalogUnreadable if the database cannot be reached
     */
    public AdoptionResult adopt(Optional<String> timeZone, MigrationListener listener) {
        Optional<String> zone = timeZone.map(name -> query(connection -> new LegacyTimeZone(connection).known(name)));
        Optional<Revision> before = current();
        AlembicBaseline baseline = new AlembicBaseline(scratch.after(revisions.upgradeScripts(Optional.of(first()))));
        if (before.isEmpty()) {
            try {
                query(connection -> {
                    new AlembicTable(connection).requireFirst();
                    return true;
                });
                new SchemaMigration(database, revisions, lockWait)
                        .stamp(first().id(), precondition(baseline, zone), listener);
                return result(true, baseline);
            } catch (AlreadyAdopted | AdoptionRefused failure) {
                before = current();
                if (before.isEmpty()) {
                    throw failure;
                }
                // Another process has adopted it meanwhile.
            }
        }
        updateTimeZone(before.orElseThrow(), zone);
        return result(false, baseline);
    }

    private Stamp.Precondition precondition(AlembicBaseline baseline, Optional<String> zone) {
        return new Stamp.Precondition() {
            private List<UnmanagedObject> unmanaged = List.of();

            @Override
            public void check(Optional<Revision> from, Optional<Revision> to) {
                if (from.isPresent()) {
                    throw new AlreadyAdopted();
                }
                Catalog live = CatalogReader.read(database);
                List<CatalogDifference> differences = baseline.differences(live);
                if (!differences.isEmpty()) {
                    throw new SchemaMismatch(differences);
                }
                unmanaged = baseline.unmanaged(live);
            }

            @Override
            public void writeAlso(Connection connection) throws SQLException {
                if (zone.isPresent()) {
                    new LegacyTimeZone(connection).set(zone.get());
                }
                new AlembicTable(connection).drop();
                new IgnoredObjects(connection)
                        .write(unmanaged.stream()
                                .filter(object -> !object.name().equals(AlembicTable.NAME))
                                .toList());
            }
        };
    }

    /**
     * Records the time zone of a database that was adopted before. A recorded zone can be changed only until the second
     * revision has converted the times.
     */
    private void updateTimeZone(Revision current, Optional<String> zone) {
        query(connection -> {
            if (new AlembicTable(connection).heads().isPresent()) {
                throw new AdoptionRefused(("this database was adopted and is at %s, but table alembic_version"
                                + " is back; Alembic and Derrick cannot both manage it: drop that table")
                        .formatted(current.name()));
            }
            LegacyTimeZone setting = new LegacyTimeZone(connection);
            Optional<String> recorded = setting.current();
            if (zone.isPresent() && !zone.equals(recorded)) {
                if (recorded.isPresent() && !current.equals(first())) {
                    throw new AdoptionRefused(
                            "the database is at %s; its times were already converted from time zone %s"
                                    .formatted(current.name(), recorded.get()));
                }
                setting.set(zone.get());
            }
            return true;
        });
    }

    private AdoptionResult result(boolean now, AlembicBaseline baseline) {
        Revision revision = current().orElseThrow();
        boolean isFirst = revision.equals(first());
        Catalog live = CatalogReader.read(database);
        return query(connection -> new AdoptionResult(
                now,
                revision,
                new LegacyTimeZone(connection).current(),
                isFirst
                        ? baseline.unmanaged(live).stream()
                                .map(UnmanagedObject::name)
                                .toList()
                        : List.of(),
                isFirst ? nonEmpty(baseline.tablesWithNaiveTimes(), connection) : List.of()));
    }

    private static List<String> nonEmpty(List<String> tables, Connection connection) throws SQLException {
        List<String> nonEmpty = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM \"" + table + "\")")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        nonEmpty.add(table);
                    }
                }
            }
        }
        return nonEmpty;
    }

    private Revision first() {
        return revisions.all().get(0);
    }

    private Optional<Revision> current() {
        return new RevisionHistory(database, revisions).status().revision();
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.run(connection);
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    /** A query on one connection. */
    @FunctionalInterface
    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Another process adopted the database before this one got the lock. */
    private static final class AlreadyAdopted extends RuntimeException {}
}
