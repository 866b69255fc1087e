package derrick.migrations.diff;

import derrick.migrations.revision.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that come into a folder all together or not at all, and never in the place of others. */
final class AtomicFileSet {
    private AtomicFileSet() {}

    static void write(Path folder, List<RevisionFiles> pairs) {
        List<Script> scripts = pairs.stream()
                .flatMap(pair -> Stream.of(pair.upgrade(), pair.downgrade()))
                .toList();
        List<Path> made = new ArrayList<>();
        try {
            for (Script script : scripts) {
                Path part = part(folder, script);
                made.add(part);
                Files.writeString(part, script.text());
            }
            for (Script script : scripts) {
                Path file = folder.resolve(script.file());
                if (Files.exists(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
                Files.move(part(folder, script), file);
                made.add(file);
            }
        } catch (IOException failure) {
            made.forEach(AtomicFileSet::remove);
            throw new UncheckedIOException(failure);
        }
    }

    private static Path part(Path folder, Script script) {
        return folder.resolve("." + script.file() + ".part");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
