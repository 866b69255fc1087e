package derrick.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Locates the sources and classes of all modules. */
final class Project {
    static final List<String> MODULES = List.of("domain", "migrations", "persistence", "api", "ops-cli");

    /** The root folder of the checkout. */
    static final Path ROOT = root();

    /** The main classes of all modules. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> ROOT.resolve(module).resolve("target/classes"))
                    .toList());

    private static final Set<String> IGNORED_FOLDERS = Set.of("target", ".git", ".derrick", ".idea", "node_modules");

    private Project() {}

    /** Returns the source files whose names have one of the endings. */
    static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .filter(file -> Stream.iterate(ROOT.relativize(file), part -> part != null, Path::getParent)
                            .noneMatch(part ->
                                    IGNORED_FOLDERS.contains(part.getFileName().toString())))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("derrick")))
                .findFirst()
                .orElseThrow();
    }
}
