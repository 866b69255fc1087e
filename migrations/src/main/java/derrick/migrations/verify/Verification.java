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
 * Runs all revisions on a scratch database. First it goes up without rows, to record what each makes; then with rows,
 * each revision up, down and up again; in the end down to base and up to head once more.
 */
public final class Verification {
    /** What a script says itself, by RAISE EXCEPTION. */
    private static final String RAISED = "P0001";

    /** Naive times are those of a zone half an hour off, so that a conversion that forgets the zone shows. */
    private static final String NAME_TIME_ZONE = """
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
    private final RowSeeder seeding = new RowSeeder();
    private final List<Catalog> catalogs = new ArrayList<>(List.of(Catalog.EMPTY));
    private final InsertedRows inserted = new InsertedRows();
    private final Set<String> unseeded = new HashSet<>();
    private final List<VerificationFinding> findings = new ArrayList<>();

    public Verification(Revisions revisions, ScratchDatabase scratch, VerificationListener listener) {
        this.revisions = revisions;
        this.scratch = scratch;
        this.listener = listener;
    }

    /**
     * Goes all the way.
     *
     * @return what was found; nothing if each revision can be taken back
     * @throws MigrationFailed if the scripts do not even lead up through an empty database
     * @throws VerificationAborted if the server cannot be reached any more
     */
    public List<VerificationFinding> run() {
        nameTimeZone();
        migration().upgrade("head", new MigrationListener() {
            @Override
            public void committed(Revision revision) {
                Catalog catalog = CatalogReader.read(scratch.connection());
                catalogs.add(catalog);
                inserted.read(scratch.connection(), catalog);
            }
        });
        start(0);
        for (int number = 0; number < revisions.all().size(); number++) {
            listener.verifies(revisions.all().get(number));
            verify(number);
        }
        if (findings.stream().noneMatch(finding -> finding.step() == Step.DOWN)) {
            goHomeAndBack();
        }
        return List.copyOf(findings);
    }

    /** Goes one revision up, down and up again. */
    private void verify(int number) {
        Revision revision = revisions.all().get(number);
        ExpectedDifferences declared = new ExpectedDifferences(Stream.concat(
                        Stream.of(revisions.upgradeScript(revision)), revisions.downgradeScript(revision).stream())
                .toList());
        Optional<Snapshot> before = upWithRows(number, revision);
        if (before.isEmpty()) {
            start(number + 1);
            return;
        }
        Snapshot up = now();
        note(revision, Step.UP, differences(catalogs.get(number + 1), up.catalog()));
        if (!succeeds(revision, Step.DOWN, () -> downgrade(number))) {
            start(number + 1);
            return;
        }
        List<Difference> lost = before.get().differences(now(), declared);
        note(revision, Step.DOWN, lost);
        if (!succeeds(revision, Step.UP_AGAIN, () -> upgrade(number + 1))) {
            start(number + 1);
            return;
        }
        // What a revision makes of other rows than before may differ in anything.
        note(
                revision,
                Step.UP_AGAIN,
                lost.isEmpty() ? up.differencesButGenerated(now(), declared) : up.differences(now(), declared));
        declared.faults()
                .forEach(fault -> findings.add(
                        new VerificationFinding(Optional.of(revision), Step.DECLARATION, Optional.empty(), fault)));
    }

    /** Brings rows through a revision; returns what was before it, or nothing if it takes no rows at all. */
    private Optional<Snapshot> upWithRows(int number, Revision revision) {
        Snapshot awkward = seeded(number, revision, true);
        try {
            upgrade(number + 1);
            return Optional.of(awkward);
        } catch (MigrationFailed refused) {
            if (refused.sqlState().equals(RAISED)) {
                listener.refused(revision, String.valueOf(refused.getMessage()));
            } else {
                note(revision, Step.UP, refused);
            }
        }
        start(number);
        Snapshot fitting = seeded(number, revision, false);
        return succeeds(revision, Step.UP, () -> upgrade(number + 1)) ? Optional.of(fitting) : Optional.empty();
    }

    private Snapshot seeded(int number, Revision revision, boolean awkward) {
        FutureConstraints outlook =
                new FutureConstraints(catalogs.get(number), catalogs.subList(number + 1, catalogs.size()), inserted);
        seeding.seed(scratch.connection(), outlook, awkward).stream()
                .filter(difference -> unseeded.add(difference.table()))
                .forEach(difference -> note(revision, Step.SEED, List.of(difference)));
        return Snapshot.of(scratch.connection(), catalogs.get(number));
    }

    private void goHomeAndBack() {
        try {
            downgrade(0);
            note(Optional.empty(), Step.DOWN, differences(Catalog.EMPTY, now().catalog()));
            upgrade(revisions.all().size());
            Catalog head = catalogs.get(revisions.all().size());
            note(Optional.empty(), Step.UP_AGAIN, differences(head, now().catalog()));
        } catch (MigrationFailed | MigrationRefused failure) {
            findings.add(new VerificationFinding(
                    Optional.empty(), Step.DOWN, Optional.empty(), String.valueOf(failure.getMessage())));
        }
    }

    /** Makes the scratch database new, without rows, after as many revisions. */
    private void start(int revisionCount) {
        scratch.recreate();
        nameTimeZone();
        seeding.forget();
        upgrade(revisionCount);
    }

    private void nameTimeZone() {
        try (Statement statement = scratch.connection().createStatement()) {
            statement.execute(NAME_TIME_ZONE);
        } catch (SQLException refused) {
            throw new VerificationAborted(refused);
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

    private Snapshot now() {
        return Snapshot.of(scratch.connection());
    }

    private boolean succeeds(Revision revision, Step step, Runnable move) {
        try {
            move.run();
            return true;
        } catch (MigrationFailed | MigrationRefused | MissingDowngradeScript failure) {
            note(revision, step, failure);
            return false;
        }
    }

    private static List<Difference> differences(Catalog expected, Catalog found) {
        return CatalogDifference.between(expected, found).stream()
                .map(Difference::of)
                .toList();
    }

    private void note(Revision revision, Step step, RuntimeException failure) {
        findings.add(new VerificationFinding(
                Optional.of(revision), step, Optional.empty(), String.valueOf(failure.getMessage())));
    }

    private void note(Revision revision, Step step, List<Difference> differences) {
        note(Optional.of(revision), step, differences);
    }

    private void note(Optional<Revision> revision, Step step, List<Difference> differences) {
        differences.forEach(difference -> findings.add(
                new VerificationFinding(revision, step, Optional.of(difference.table()), difference.what())));
    }
}
