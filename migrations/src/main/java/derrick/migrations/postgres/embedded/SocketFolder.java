package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder by which clients find the server's Unix socket. The server makes it in its data directory, which only its
 * owner can enter. The system bounds the length of a socket's path: for a longer one, clients use a link to the data
 * directory, in a folder that only they can change.
 */
record SocketFolder(Path data) {
    /** What the server makes in its data directory; the number stands in the socket's name. */
    static final int PORT = 5432;

    /** Of 104 bytes on macOS and 108 on Linux, one ends the path, and {@code /.s.PGSQL.65535} is the file. */
    private static final int LONGEST_BYTES = 103 - "/.s.PGSQL.65535".length();

    /**
     * The path to use; makes the link if one is needed and not there.
     *
     * @throws EmbeddedUnavailable if none can be made
     */
    Path path() {
        return fits(data) ? data : link(places());
    }

    /** Whether a path leads to this folder. */
    boolean is(String path) {
        try {
            return path.startsWith("/") && Files.isSameFile(Path.of(path), data);
        } catch (IOException missing) {
            return false;
        }
    }

    /** Makes the link in the first of these folders that allows it. */
    Path link(List<Path> places) {
        String reason = "no folder for the link is known";
        for (Path place : places) {
            Path link = place.resolve(name());
            if (!fits(link)) {
                continue;
            }
            try {
                makeLink(place, link);
                return link;
            } catch (IOException failure) {
                reason = IoErrors.reason(failure);
            }
        }
        throw new EmbeddedUnavailable("the path " + data + " is too long for a Unix socket (more than " + LONGEST_BYTES
                + " bytes, or it has a comma), and no link to it can be made: " + reason
                + "; name a shorter --data-dir");
    }

    /** Removes the link, if the path is one; one that stays does no harm. */
    void removeLink(Path path) {
        if (!path.equals(data)) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException stays) {
                // The next start uses it again.
            }
        }
    }

    /** A comma separates hosts in a database URL. */
    private static boolean fits(Path path) {
        String text = path.toString();
        return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES && text.indexOf(',') < 0;
    }

    private String name() {
        return UUID.nameUUIDFromBytes(data.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        PostgresBinaries.sharedCache()
                .ifPresent(cache -> places.add(cache.resolve("derrick").resolve("sockets")));
        places.add(Path.of(System.getProperty("java.io.tmpdir"), "derrick-" + System.getProperty("user.name")));
        return places;
    }

    private void makeLink(Path place, Path link) throws IOException {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(Optional.ofNullable(place.getParent()).orElse(place));
            Files.createDirectory(
                    place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path fresh = place.resolve(UUID.randomUUID() + ".new");
        Files.createSymbolicLink(fresh, data);
        try {
            requirePrivate(place, fresh);
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(data)) {
                return;
            }
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Somebody else could have made the folder first, where all may write. */
    private static void requirePrivate(Path place, Path own) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(place, LinkOption.NOFOLLOW_LINKS);
        if (!Files.getOwner(place, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own, LinkOption.NOFOLLOW_LINKS))
                || Stream.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE)
                        .anyMatch(permissions::contains)) {
            throw new IOException("others can change " + place);
        }
    }
}
