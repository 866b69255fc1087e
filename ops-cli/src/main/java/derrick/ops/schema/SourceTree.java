package derrick.ops.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The source tree of the platform, if the command runs inside one. */
record SourceTree(Path root) {
    private static final String ARTIFACT_ID = "<artifactId>derrick</artifactId>";

    /** Returns the source tree that contains a folder. */
    static Optional<SourceTree> around(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
                .map(SourceTree::new)
                .filter(SourceTree::isPresent)
                .findFirst();
    }

    private boolean isPresent() {
        Path pom = root.resolve("pom.xml");
        try {
            return Files.isRegularFile(pom)
                    && Files.readString(pom).contains(ARTIFACT_ID)
                    && Files.isDirectory(migrations());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path migrations() {
        return resources().resolve("migrations");
    }

    Path schema() {
        return resources().resolve("schema");
    }

    private Path resources() {
        return root.resolve("migrations/src/main/resources");
    }
}
