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
import derrick.migrations.run.StampPrecondition;
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
 * Takes a database over from Alembic, all or nothing. It compares the schema with that of the first revision, writes
 * the history, records the time zone of the times, drops Alembic's table, and lists the objects that no revision made.
 * A second run changes nothing.
 *
 * @param scratch where the first revision is run to compare
 * @param patience how long to retry while another migration has the lock
 */
public record Adoption(DataSource database, Revisions revisions, ScratchServer scratch, Duration patience) {
    /**
     * Takes it over.
     *
     * @param timeZone in which the database's times are, if that is known already
     * @throws AdoptionRefused if Alembic is not where it should be, or is back in a database that is ours
     * @throws SchemaMismatch if the tables are others
     * @throws UnknownTimeZone if there is no such zone
     * @throws derrick.migrations.run.LockTimeoutException if another migration will not end
     * @throws derrick.migrations.run.MigrationRefused if the database refuses, for lack of a right
     * @throws CatalogUnreadable if the database cannot be reached
     */
    public AdoptionResult adopt(Optional<String> timeZone, MigrationListener listener) {
        Optional<String> zone = timeZone.map(name -> asked(connection -> new LegacyTimeZone(connection).known(name)));
        Optional<Revision> before = current();
        AlembicBaseline form = new AlembicBaseline(scratch.after(revisions.upgradeScripts(Optional.of(first()))));
        if (before.isEmpty()) {
            try {
                asked(connection -> {
                    new AlembicTable(connection).requireFirst();
                    return true;
                });
                new SchemaMigration(database, revisions, patience).stamp(first().id(), terms(form, zone), listener);
                return adopted(true, form);
            } catch (OursAlready | AdoptionRefused refused) {
                before = current();
                if (before.isEmpty()) {
                    throw refused;
                }
                // Another was faster: it is done.
            }
        }
        keepOurs(before.orElseThrow(), zone);
        return adopted(false, form);
    }

    private StampPrecondition terms(AlembicBaseline form, Optional<String> zone) {
        return new StampPrecondition() {
            private List<UnmanagedObject> others = List.of();

            @Override
            public void require(Optional<Revision> from, Optional<Revision> to) {
                if (from.isPresent()) {
                    throw new OursAlready();
                }
                Catalog live = CatalogReader.read(database);
                List<CatalogDifference> differences = form.against(live);
                if (!differences.isEmpty()) {
                    throw new SchemaMismatch(differences);
                }
                others = form.others(live);
            }

            @Override
            public void alongside(Connection connection) throws SQLException {
                if (zone.isPresent()) {
                    new LegacyTimeZone(connection).set(zone.get());
                }
                new AlembicTable(connection).drop();
                new IgnoredObjects(connection)
                        .write(others.stream()
                                .filter(other -> !other.name().equals(AlembicTable.NAME))
                                .toList());
            }
        };
    }

    /**
     * The time zone may be named as long as none is, since no revision reads times without one. A named one may be
     * changed until the revisions after the first have read it.
     */
    private void keepOurs(Revision current, Optional<String> zone) {
        asked(connection -> {
            if (new AlembicTable(connection).heads().isPresent()) {
                throw new AdoptionRefused(("this database is ours, at %s, but there is an alembic_version again:"
                                + " two cannot manage it; drop that table")
                        .formatted(current.name()));
            }
            LegacyTimeZone setting = new LegacyTimeZone(connection);
            Optional<String> named = setting.current();
            if (zone.isPresent() && !zone.equals(named)) {
                if (named.isPresent() && !current.equals(first())) {
                    throw new AdoptionRefused("the database is at %s: its times are converted already, read in %s"
                            .formatted(current.name(), named.get()));
                }
                setting.set(zone.get());
            }
            return true;
        });
    }

    private AdoptionResult adopted(boolean anew, AlembicBaseline form) {
        Revision revision = current().orElseThrow();
        boolean isFirst = revision.equals(first());
        Catalog live = CatalogReader.read(database);
        return asked(connection -> new AdoptionResult(
                anew,
                revision,
                new LegacyTimeZone(connection).current(),
                isFirst ? form.others(live).stream().map(UnmanagedObject::name).toList() : List.of(),
                isFirst ? filled(form.tablesWithNaiveTimes(), connection) : List.of()));
    }

    private static List<String> filled(List<String> tables, Connection connection) throws SQLException {
        List<String> filled = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet answer = statement.executeQuery("SELECT EXISTS (SELECT FROM \"" + table + "\")")) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        filled.add(table);
                    }
                }
            }
        }
        return filled;
    }

    private Revision first() {
        return revisions.all().get(0);
    }

    private Optional<Revision> current() {
        return new RevisionHistory(database, revisions).standing().revision();
    }

    private <T> T asked(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.of(connection);
        } catch (SQLException refused) {
            throw new CatalogUnreadable(refused);
        }
    }

    /** Something that only the database can answer. */
    @FunctionalInterface
    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    /** Somebody else took it over between the look and the lock. */
    private static final class OursAlready extends RuntimeException {}
}
