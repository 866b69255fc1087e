package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The programs of PostgreSQL, unpacked once for each version. */
record PostgresBinaries(Path folder) {
    private static final String UNFINISHED = "unpacking-";
    private static final int BUFFER_BYTES = 1 << 20;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Returns the folders for the programs: the user's cache, shared by all data folders, then the server's folder. */
    static List<Path> locations(ServerFolder folder) {
        List<Path> locations = new ArrayList<>();
        sharedCache().ifPresent(cache -> locations.add(cache.resolve("derrick")));
        locations.add(folder.path().resolve("programs"));
        return List.copyOf(locations);
    }

    static Optional<Path> sharedCache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> Optional.ofNullable(System.getenv("HOME"))
                        .map(Path::of)
                        .filter(Path::isAbsolute)
                        .map(home -> home.resolve(".cache")));
    }

    /**
     * Returns the programs in a folder, unpacking them if needed. They appear under their name atomically. One process
     * unpacks at a time, and deletes the remains of killed ones.
     */
    static synchronized PostgresBinaries in(Path location) throws IOException {
        URL archive = archive();
        Path folder = location.resolve("postgresql-" + fingerprint(archive));
        if (isComplete(folder) && unfinished(location).isEmpty()) {
            return new PostgresBinaries(folder);
        }
        Files.createDirectories(location);
        try (FileChannel file = FileChannel.open(
                        location.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            requireLock(lock);
            for (Path remains : unfinished(location)) {
                new FileTree(remains).delete();
            }
            if (!isComplete(folder)) {
                unpack(archive, folder);
            }
            return new PostgresBinaries(folder);
        }
    }

    private static void requireLock(FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the file system does not support locks");
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Path unpacking = Files.createTempDirectory(folder.resolveSibling("."), UNFINISHED);
        try {
            Path fresh = unpacking.resolve("postgresql");
            PostgresArchive.unpack(archive, fresh);
            Files.writeString(inventory(fresh), contents(fresh));
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(folder, unpacking.resolve("incomplete"));
            }
            Files.move(fresh, folder);
        } finally {
            new FileTree(unpacking).delete();
        }
    }

    private static List<Path> unfinished(Path location) throws IOException {
        if (!Files.isDirectory(location)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(location)) {
            return all.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /** Returns true if the files, links and permissions of a folder are those that were unpacked. */
    static boolean isComplete(Path folder) throws IOException {
        Path inventory = inventory(folder);
        return Files.isRegularFile(inventory)
                && new String(Files.readAllBytes(inventory), StandardCharsets.UTF_8).equals(contents(folder));
    }

    private static Path inventory(Path folder) {
        return folder.resolve("inventory");
    }

    /**
     * Returns the checksum and the name of each file, to detect damage. Takes 50 ms, and only before a server starts.
     */
    private static String contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.equals(inventory(folder)))
                    .sorted()
                    .toList();
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            StringBuilder contents = new StringBuilder();
            for (Path file : files) {
                contents.append(checksum(file, buffer))
                        .append(' ')
                        .append(folder.relativize(file))
                        .append('\n');
            }
            return contents.toString();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static String checksum(Path file, ByteBuffer buffer) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isSymbolicLink(file) ? "-> " + Files.readSymbolicLink(file) : "no file";
        }
        CRC32C sum = new CRC32C();
        try (FileChannel bytes = FileChannel.open(file)) {
            while (bytes.read(buffer.clear()) >= 0) {
                sum.update(buffer.flip());
            }
        }
        return (Files.isExecutable(file) ? "x" : "-") + Long.toHexString(sum.getValue());
    }

    private static URL archive() {
        String system = system(System.getProperty("os.name", ""));
        String processor = processor(System.getProperty("os.arch", ""));
        String name = "postgres-" + system + "-" + processor + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new EmbeddedUnavailable("there is no embedded PostgreSQL for this machine (" + system + ", "
                    + processor + "); set DATABASE_URL to another PostgreSQL server");
        }
        return archive;
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mac") ? "darwin" : lower.replace(' ', '_');
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    /** Returns the checksum of the archive, which the jar has, so that the archive need not be read. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (!(connection instanceof JarURLConnection inJar)) {
            throw new IOException("the embedded PostgreSQL must be in a jar, not in " + archive);
        }
        try (JarFile jar = inJar.getJarFile()) {
            return Long.toHexString(jar.getEntry(inJar.getEntryName()).getCrc());
        }
    }
}
