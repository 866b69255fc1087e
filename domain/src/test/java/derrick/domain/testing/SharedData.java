package derrick.domain.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real drilling data in {@code ../shared} or {@code $DERRICK_SHARED}. Without them, tests are skipped. */
public final class SharedData {
    private SharedData() {}

    /** Returns a file below the folder {@code data}. */
    public static Path file(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.ofNullable(System.getenv("DERRICK_SHARED")).map(Path::of),
                        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                                .map(folder -> folder.resolveSibling("shared")))
                .map(shared -> shared.resolve("data").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: shared/data/" + name + " is not on this machine");
        return found.orElseThrow();
    }
}
