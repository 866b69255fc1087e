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

/** The server's programs, unpacked once for each version and then kept. */
record PostgresBinaries(Path folder) {
    private static final String UNFINISHED = "unpacking-";
    private static final int BUFFER_BYTES = 1 << 20;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Where the programs may lie: in the user's cache, which all data folders share, else beside the data. */
    static List<Path> places(ServerFolder folder) {
        List<Path> places = new ArrayList<>();
        sharedCache().ifPresent(cache -> places.add(cache.resolve("derrick")));
        places.add(folder.path().resolve("programs"));
        return List.copyOf(places);
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
     * The programs in one place. They are unpacked beside it and renamed, so that nobody ever sees half of them; one
     * process unpacks at a time, and removes what those left that were killed while they did.
     */
    static synchronized PostgresBinaries in(Path place) throws IOException {
        URL archive = archive();
        Path folder = place.resolve("postgresql-" + fingerprint(archive));
        if (complete(folder) && unfinished(place).isEmpty()) {
            return new PostgresBinaries(folder);
        }
        Files.createDirectories(place);
        try (FileChannel file = FileChannel.open(
                        place.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock turn = file.lock()) {
            requireTurn(turn);
            for (Path left : unfinished(place)) {
                new FileTree(left).delete();
            }
            if (!complete(folder)) {
                unpack(archive, folder);
            }
            return new PostgresBinaries(folder);
        }
    }

    private static void requireTurn(FileLock turn) throws IOException {
        if (!turn.isValid()) {
            throw new IOException("the file system keeps no locks");
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

    private static List<Path> unfinished(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static boolean complete(Path folder) throws IOException {
        Path inventory = inventory(folder);
        return Files.isRegularFile(inventory)
                && new String(Files.readAllBytes(inventory), StandardCharsets.UTF_8).equals(contents(folder));
    }

    private static Path inventory(Path folder) {
        return folder.resolve("inventory");
    }

    /**
     * The check sum and the name of each file, which tell damage of any kind. Reading all of them takes a twentieth of
     * a second, and is only done before a server is started.
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
                contents.append(checkSum(file, buffer))
                        .append(' ')
                        .append(folder.relativize(file))
                        .append('\n');
            }
            return contents.toString();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static String checkSum(Path file, ByteBuffer buffer) throws IOException {
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
                    + processor + "); set DATABASE_URL to a PostgreSQL of your own");
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

    /** Tells one version's archive from another's without reading it: the jar keeps its check sum. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (!(connection instanceof JarURLConnection inJar)) {
            throw new IOException("the embedded PostgreSQL must lie in a jar, not in " + archive);
        }
        try (JarFile jar = inJar.getJarFile()) {
            return Long.toHexString(jar.getEntry(inJar.getEntryName()).getCrc());
        }
    }
}
