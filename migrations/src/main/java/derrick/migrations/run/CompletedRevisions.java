package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passes on what it hears, each beginning once, and keeps in mind which revisions are done, over several attempts. */
final class CompletedRevisions implements MigrationListener {
    private final MigrationListener listener;
    private final Set<Revision> begun = new HashSet<>();
    private final List<Revision> revisions = new ArrayList<>();

    CompletedRevisions(MigrationListener listener) {
        this.listener = listener;
    }

    @Override
    public void waits(String reason) {
        listener.waits(reason);
    }

    @Override
    public void begins(Revision revision) {
        if (begun.add(revision)) {
            listener.begins(revision);
        }
    }

    @Override
    public void warned(Revision revision, String warning) {
        listener.warned(revision, warning);
    }

    @Override
    public void ended(Revision revision) {
        revisions.add(revision);
        listener.ended(revision);
    }

    List<Revision> revisions() {
        return List.copyOf(revisions);
    }
}
