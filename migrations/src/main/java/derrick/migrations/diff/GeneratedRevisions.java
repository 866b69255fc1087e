package derrick.migrations.diff;

import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.revision.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * New revisions that are not written yet.
 *
 * @param revisions the files of each revision; empty if nothing differs or the server rejects a whole file
 * @param remarks what the reviewer has to know or decide
 * @param commentedOut the data that the commented-out steps would lose
 * @param unsupported the differences that remain, because create cannot write them
 * @param reversible whether each downgrade restores the schema from before its upgrade
 */
public record GeneratedRevisions(
        Path folder,
        List<RevisionFiles> revisions,
        List<String> remarks,
        List<String> commentedOut,
        List<CatalogDifference> unsupported,
        boolean reversible) {
    /** The two files of one new revision. */
    public record RevisionFiles(Script upgrade, Script downgrade) {
        /** Returns the name of the revision, such as {@code 003_add_status}. */
        public String name() {
            return upgrade.file().replaceFirst("^V(\\d+)__(.*)\\.sql$", "$1_$2");
        }

        /** Returns the number of the revision, such as {@code 003}. */
        public String id() {
            return name().replaceFirst("_.*", "");
        }
    }

    public GeneratedRevisions {
        revisions = List.copyOf(revisions);
        remarks = List.copyOf(remarks);
        commentedOut = List.copyOf(commentedOut);
        unsupported = List.copyOf(unsupported);
    }

    /** Returns a result without files. */
    static GeneratedRevisions withoutFiles(Path folder, List<String> remarks, List<CatalogDifference> unsupported) {
        return new GeneratedRevisions(folder, List.of(), remarks, List.of(), unsupported, true);
    }

    /** Returns true if no step is commented out and no difference remains. */
    public boolean isComplete() {
        return commentedOut.isEmpty() && unsupported.isEmpty() && reversible;
    }

    /**
     * Writes all files or none.
     *
     * @throws UncheckedIOException if a file cannot be written, or a file of its name exists
     */
    public void write() {
        List<Script> scripts = revisions.stream()
                .flatMap(files -> Stream.of(files.upgrade(), files.downgrade()))
                .toList();
        List<Path> written = new ArrayList<>();
        try {
            for (Script script : scripts) {
                Path part = partFile(script);
                written.add(part);
                Files.writeString(part, script.text());
            }
            for (Script script : scripts) {
                Path file = folder.resolve(script.file());
                if (Files.exists(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
                Files.move(partFile(script), file);
                written.add(file);
            }
        } catch (IOException failure) {
            written.forEach(GeneratedRevisions::delete);
            throw new UncheckedIOException(failure);
        }
    }

    private Path partFile(Script script) {
        return folder.resolve("." + script.file() + ".part");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
