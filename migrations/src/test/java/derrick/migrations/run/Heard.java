package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a listener hears. */
final class Heard implements MigrationListener {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void waits(String reason) {
        all.add("waits " + reason);
    }

    @Override
    public void begins(Revision revision) {
        all.add("begins " + revision.id());
    }

    @Override
    public void warned(Revision revision, String warning) {
        all.add("warned " + revision.id() + " " + warning);
    }

    @Override
    public void ended(Revision revision) {
        all.add("ended " + revision.id());
    }
}
