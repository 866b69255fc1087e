package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import java.util.List;

/**
 * What a stamp wrote into the history.
 *
 * @param added the revisions that count as applied now, in order
 * @param removed those that do no longer, the last one first
 * @param edited those that count as applied in another form than they were, the last one first
 */
public record Stamp(List<Revision> added, List<Revision> removed, List<Revision> edited) {
    public Stamp {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        edited = List.copyOf(edited);
    }
}
