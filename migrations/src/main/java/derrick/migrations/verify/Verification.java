package derrick.migrations.verify;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.MissingDowngradeScript;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationFailed;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.MigrationRefused;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.scratch.ScratchDatabase;
import derrick.migrations.verify.VerificationFinding.Step;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs all revisions on a scratch database. It upgrades without rows to record the schema after each revision, then
 * seeds rows and upgrades, downgrades and upgrades again revision by revision, and finally downgrades to base and
 * upgrades to head.
 */
public final class Verification {
    /** The SQLSTATE of RAISE EXCEPTION. */
    private static final String RAISE_EXCEPTION = "P0001";

    /** Sets the zone of timestamps without a zone; its offset has half an hour, so that a missing conversion shows. */
    private static final String SET_TIME_ZONE = """
            DO $$
            BEGIN
                EXECUTE format(
                    'ALTER ROLE CURRENT_USER IN DATABASE %I SET derrick.legacy_time_zone = %L',
                    current_database(), 'Asia/Tehran');
            END $$
            """;

    private final Revisions revisions;
    private final ScratchDatabase scratch;
    private final VerificationListener listener;
    private final RowSeeder seeder = new RowSeeder();
    private final List<Catalog> catalogs = new ArrayList<>(List.of(Catalog.EMPTY));
    private final InsertedRows inserted = new InsertedRows();
    private final Set<String> unseedableTables = new HashSet<>();
    private final List<VerificationFinding> findings = new ArrayList<>();

    public Verification(Revisions revisions, ScratchDatabase scratch, VerificationListener listener) {
        this.revisions = revisions;
        this.scratch = scratch;
        this.listener = listener;
    }

    /**
     * Verifies all revisions.
     *
     * @return the findings; empty if each revision can be downgraded
     * @throws MigrationFailed if an empty database cannot be upgraded
     * @throws VerificationAborted if the connection to the server is lost
     */
    public List<VerificationFinding> run() {
        setTimeZone();
        migration().upgrade("head", new MigrationListener() {
            @Override
            public void committed(Revision revision) {
                Catalog catalog = CatalogReader.read(scratch.connection());
                catalogs.add(catalog);
                inserted.read(scratch.connection(), catalog);
            }
        });
        recreateAt(0);
        for (int number = 0; number < revisions.all().size(); number++) {
            listener.verifying(revisions.all().get(number));
            verify(number);
        }
        if (findings.stream().noneMatch(finding -> finding.step() == Step.DOWN)) {
            downgradeAndUpgradeAll();
        }
        return List.copyOf(findings);
    }

    /** Upgrades, downgrades and upgrades again by one revision. */
    private void verify(int number) {
        Revision revision = revisions.all().get(number);
        ExpectedDifferences expected = new ExpectedDifferences(Stream.concat(
                        Stream.of(revisions.upgradeScript(revision)), revisions.downgradeScript(revision).stream())
                .toList());
        Optional<Snapshot> before = upgradeWithRows(number, revision);
        if (before.isEmpty()) {
            recreateAt(number + 1);
            return;
        }
        Snapshot upgraded = snapshot();
        report(revision, Step.UP, differences(catalogs.get(number + 1), upgraded.catalog()));
        if (!succeeds(revision, Step.DOWN, () -> downgrade(number))) {
            recreateAt(number + 1);
            return;
        }
        List<Difference> lost = before.get().differences(snapshot(), expected);
        report(revision, Step.DOWN, lost);
        if (!succeeds(revision, Step.UP_AGAIN, () -> upgrade(number + 1))) {
            recreateAt(number + 1);
            return;
        }
        // Generated values may differ only if the second upgrade starts with the same rows as the first.
        report(
                revision,
                Step.UP_AGAIN,
                lost.isEmpty()
                        ? upgraded.differencesExceptGenerated(snapshot(), expected)
                        : upgraded.differences(snapshot(), expected));
        expected.faults()
                .forEach(fault -> findings.add(
                        new VerificationFinding(Optional.of(revision), Step.DECLARATION, Optional.empty(), fault)));
    }

    /** Upgrades seeded rows by a revision; returns the snapshot before it, or empty if the upgrade fails. */
    private Optional<Snapshot> upgradeWithRows(int number, Revision revision) {
        Snapshot edgeCases = seed(number, revision, true);
        try {
            upgrade(number + 1);
            return Optional.of(edgeCases);
        } catch (MigrationFailed failure) {
            if (failure.sqlState().equals(RAISE_EXCEPTION)) {
                listener.edgeCasesRejected(revision, String.valueOf(failure.getMessage()));
            } else {
                report(revision, Step.UP, failure);
            }
        }
        recreateAt(number);
        Snapshot validRows = seed(number, revision, false);
        return succeeds(revision, Step.UP, () -> upgrade(number + 1)) ? Optional.of(validRows) : Optional.empty();
    }

    private Snapshot seed(int number, Revision revision, boolean edgeCases) {
        FutureConstraints future =
                new FutureConstraints(catalogs.get(number), catalogs.subList(number + 1, catalogs.size()), inserted);
        seeder.seed(scratch.connection(), future, edgeCases).stream()
                .filter(difference -> unseedableTables.add(difference.table()))
                .forEach(difference -> report(revision, Step.SEED, List.of(difference)));
        return Snapshot.of(scratch.connection(), catalogs.get(number));
    }

    private void downgradeAndUpgradeAll() {
        try {
            downgrade(0);
            report(
                    Optional.empty(),
                    Step.DOWN,
                    differences(Catalog.EMPTY, snapshot().catalog()));
            upgrade(revisions.all().size());
            Catalog head = catalogs.get(revisions.all().size());
            report(Optional.empty(), Step.UP_AGAIN, differences(head, snapshot().catalog()));
        } catch (MigrationFailed | MigrationRefused failure) {
            findings.add(new VerificationFinding(
                    Optional.empty(), Step.DOWN, Optional.empty(), String.valueOf(failure.getMessage())));
        }
    }

    /** Recreates the scratch database without rows and upgrades it by the given number of revisions. */
    private void recreateAt(int revisionCount) {
        scratch.recreate();
        setTimeZone();
        seeder.reset();
        upgrade(revisionCount);
    }

    private void setTimeZone() {
        try (Statement statement = scratch.connection().createStatement()) {
            statement.execute(SET_TIME_ZONE);
        } catch (SQLException failure) {
            throw new VerificationAborted(failure);
        }
    }

    private void upgrade(int revisionCount) {
        if (revisionCount > 0) {
            migration().upgrade(revisions.all().get(revisionCount - 1).id(), MigrationListener.NONE);
        }
    }

    private void downgrade(int revisionCount) {
        String target = revisionCount == 0
                ? "base"
                : revisions.all().get(revisionCount - 1).id();
        migration().downgrade(target, MigrationListener.NONE);
    }

    private SchemaMigration migration() {
        return new SchemaMigration(scratch.dataSource(), revisions);
    }

    private Snapshot snapshot() {
        return Snapshot.of(scratch.connection());
    }

    private boolean succeeds(Revision revision, Step step, Runnable migration) {
        try {
            migration.run();
            return true;
        } catch (MigrationFailed | MigrationRefused | MissingDowngradeScript failure) {
            report(revision, step, failure);
            return false;
        }
    }

    private static List<Difference> differences(Catalog expected, Catalog found) {
        return CatalogDifference.between(expected, found).stream()
                .map(Difference::of)
                .toList();
    }

    private void report(Revision revision, Step step, RuntimeException failure) {
        findings.add(new VerificationFinding(
                Optional.of(revision), step, Optional.empty(), String.valueOf(failure.getMessage())));
    }

    private void report(Revision revision, Step step, List<Difference> differences) {
        report(Optional.of(revision), step, differences);
    }

    private void report(Optional<Revision> revision, Step step, List<Difference> differences) {
        differences.forEach(difference -> findings.add(
                new VerificationFinding(revision, step, Optional.of(difference.table()), difference.what())));
    }
}
