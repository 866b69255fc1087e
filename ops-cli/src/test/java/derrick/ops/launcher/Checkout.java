package derrick.ops.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A checkout of the platform. */
record Checkout(Path root) {
    private static final String CLI_JAR = "ops-cli/target/derrick-ops-cli.jar";
    private static final String BUILT = "ops-cli/target/built";
    private static final String API_JAR = "api/target/derrick-api.jar";

    /** Returns the checkout that is tested. */
    static Checkout own() {
        return new Checkout(Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("derrick")))
                .findFirst()
                .orElseThrow());
    }

    /** Copies the files that the launcher reads, with their modification times. */
    Checkout copiedTo(Path target) throws IOException {
        copy("derrick", target);
        copy("pom.xml", target);
        for (String module : List.of("domain", "migrations", "persistence", "api", "ops-cli")) {
            copy(module + "/pom.xml", target);
            copy(module + "/src/main", target);
        }
        copy(CLI_JAR, target);
        copy(BUILT, target);
        if (Files.exists(root.resolve(API_JAR))) {
            copy(API_JAR, target);
        } else {
            Files.createDirectories(target.resolve(API_JAR).getParent());
            Files.createFile(target.resolve(API_JAR));
        }
        linkJars("ops-cli", target);
        linkJars("api", target);
        return new Checkout(target);
    }

    /** Puts an invalid file in the place of the archive, so that no time is spent on creating one. */
    Checkout withoutArchive() throws IOException {
        Path launcher = Files.createDirectories(root.resolve("target/launcher"));
        Files.writeString(
                launcher.resolve("schema-%s.archive".formatted(System.getProperty("java.version"))), "no archive");
        return this;
    }

    /** Removes the marker of the last build. */
    Checkout unbuilt() throws IOException {
        Files.delete(built());
        return this;
    }

    Path cliJar() {
        return root.resolve(CLI_JAR);
    }

    /** Returns the marker of the last build. */
    Path built() {
        return root.resolve(BUILT);
    }

    /** Starts the launcher of this checkout in another working directory. */
    Started start(Path workingDirectory, Map<String, String> environment, String... words) throws IOException {
        return Started.start(
                workingDirectory,
                environment,
                Stream.concat(Stream.of(root.resolve("derrick").toString()), Stream.of(words))
                        .toList());
    }

    private void copy(String name, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(name))) {
            files.forEach(
                    file -> copyOne(file, target.resolve(root.relativize(file).toString())));
        }
        // Folders last, since creating a file changes the time of its folder.
        try (Stream<Path> copies = Files.walk(target.resolve(name))) {
            for (Path folder : copies.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(folder, FileTime.from(Instant.EPOCH));
            }
        }
    }

    /** Links the jars and not their folder: JUnit warns of symbolic links to folders when it cleans up. */
    private void linkJars(String module, Path target) throws IOException {
        Path jars = Files.createDirectories(target.resolve(module).resolve("target/lib"));
        Path own = root.resolve(module).resolve("target/lib");
        if (Files.isDirectory(own)) {
            try (Stream<Path> files = Files.list(own)) {
                for (Path jar : files.toList()) {
                    Files.createLink(jars.resolve(jar.getFileName()), jar);
                }
            }
        }
    }

    private static void copyOne(Path file, Path copy) {
        try {
            if (!Files.isDirectory(file)) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
