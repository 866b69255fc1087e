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
 * The folder of the server's Unix socket, which is the data directory. The system limits the length of a socket's path:
 * if it is too long, clients use a symbolic link to the data directory, in a folder that only the user can change.
 */
record SocketFolder(Path data) {
    /** The number in the socket's name. The server listens on no TCP port. */
    static final int PORT = 5432;

    /** The limit is 104 bytes on macOS and 108 on Linux, with a final zero and the file {@code /.s.PGSQL.65535}. */
    private static final int MAX_BYTES = 103 - "/.s.PGSQL.65535".length();

    /**
     * Returns the path for clients. Creates the link if one is needed.
     *
     * @throws EmbeddedUnavailable if the link cannot be created
     */
    Path path() {
        return fits(data) ? data : link(linkFolders());
    }

    /** True if a path is this folder or a link to it. */
    boolean is(String path) {
        try {
            return path.startsWith("/") && Files.isSameFile(Path.of(path), data);
        } catch (IOException missing) {
            return false;
        }
    }

    /** Creates the link in the first folder where that succeeds. */
    Path link(List<Path> folders) {
        String reason = "no folder for the link is known";
        for (Path parent : folders) {
            Path link = parent.resolve(name());
            if (!fits(link)) {
                continue;
            }
            try {
                createLink(parent, link);
                return link;
            } catch (IOException failure) {
                reason = IoErrors.reason(failure);
            }
        }
        throw new EmbeddedUnavailable("the path " + data + " is too long for a Unix socket (more than " + MAX_BYTES
                + " bytes, or it has a comma), and no link to it can be created: " + reason
                + "; name a shorter --data-dir");
    }

    /** Removes the link, if the path is one. */
    void removeLink(Path path) {
        if (!path.equals(data)) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException ignored) {
                // The next start reuses it.
            }
        }
    }

    /** True if a path is short enough and has no comma, which separates hosts in a database URL. */
    private static boolean fits(Path path) {
        String text = path.toString();
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES && text.indexOf(',') < 0;
    }

    private String name() {
        return UUID.nameUUIDFromBytes(data.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<Path> linkFolders() {
        List<Path> folders = new ArrayList<>();
        PostgresBinaries.sharedCache()
                .ifPresent(cache -> folders.add(cache.resolve("derrick").resolve("sockets")));
        folders.add(Path.of(System.getProperty("java.io.tmpdir"), "derrick-" + System.getProperty("user.name")));
        return folders;
    }

    private void createLink(Path parent, Path link) throws IOException {
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(Optional.ofNullable(parent.getParent()).orElse(parent));
            Files.createDirectory(
                    parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path fresh = parent.resolve(UUID.randomUUID() + ".new");
        Files.createSymbolicLink(fresh, data);
        try {
            requirePrivate(parent, fresh);
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(data)) {
                return;
            }
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Checks that only the user can change the folder. In a shared folder another user could have created it. */
    private static void requirePrivate(Path parent, Path own) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(parent, LinkOption.NOFOLLOW_LINKS);
        if (!Files.getOwner(parent, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own, LinkOption.NOFOLLOW_LINKS))
                || Stream.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE)
                        .anyMatch(permissions::contains)) {
            throw new IOException("other users can change " + parent);
        }
    }
}
