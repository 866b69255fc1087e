package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the events of a migration as text. */
final class RecordingListener implements MigrationListener {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void waiting(String reason) {
        events.add("waiting " + reason);
    }

    @Override
    public void started(Revision revision) {
        events.add("started " + revision.id());
    }

    @Override
    public void warned(Revision revision, String warning) {
        events.add("warned " + revision.id() + " " + warning);
    }

    @Override
    public void committed(Revision revision) {
        events.add("committed " + revision.id());
    }
}
