package derrick.migrations.diff;

import derrick.migrations.catalog.CatalogDifference;
import java.nio.file.Path;
import java.util.List;

/**
 * New revisions, not written yet.
 *
 * @param pairs none if nothing differs
 * @param remarks what has to be known or decided by whoever reviews them
 * @param asleep what the steps would lose that are in the files only to be read
 * @param left what differs still, since nobody here knows how to write it
 * @param leadsBack whether each way back leads where its way up began
 */
public record GeneratedRevisions(
        Path folder,
        List<RevisionFiles> pairs,
        List<String> remarks,
        List<String> asleep,
        List<CatalogDifference> left,
        boolean leadsBack) {
    GeneratedRevisions(
            Path folder,
            List<RevisionFiles> pairs,
            List<String> remarks,
            List<String> asleep,
            List<CatalogDifference> left) {
        this(folder, pairs, remarks, asleep, left, true);
    }

    public GeneratedRevisions {
        pairs = List.copyOf(pairs);
        remarks = List.copyOf(remarks);
        asleep = List.copyOf(asleep);
        left = List.copyOf(left);
    }

    /**
     * Writes all files or none.
     *
     * @throws java.io.UncheckedIOException if the folder does not take them, or a file of the name is there
     */
    public void write() {
        AtomicFileSet.write(folder, pairs);
    }

    /** Whether nothing is left for a person to decide or to write. */
    public boolean isWhole() {
        return asleep.isEmpty() && left.isEmpty() && leadsBack;
    }
}
