package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the server's programs run, since PostgreSQL refuses to be root.
 *
 * @param name what a person may read about it
 * @param prefix the words before the program's own
 * @param owner whose the files must be; empty if they stay this process's own
 */
record ServerAccount(String name, List<String> prefix, Optional<Owner> owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /** A user and a group of the system, by their numbers. */
    record Owner(int user, int group) {}

    private static final ServerAccount SELF =
            new ServerAccount("as the user who runs derrick", List.of(), Optional.empty());
    private static final ServerAccount NAMESPACE =
            new ServerAccount("in a user namespace (unshare -U)", List.of("unshare", "-U"), Optional.empty());

    private static ServerAccount other(Owner owner) {
        return new ServerAccount(
                "as user " + owner.user() + " (setpriv --reuid)",
                List.of("setpriv", "--reuid=" + owner.user(), "--regid=" + owner.group(), "--clear-groups"),
                Optional.of(owner));
    }

    /**
     * The ways that may work for this process, best first. An ordinary user needs no trick, only a user who is not in
     * the system's list of users does. Root takes the user to whom the data belong already.
     */
    static List<ServerAccount> candidates(ServerFolder folder) {
        if (!runsAsRoot()) {
            return List.of(SELF, NAMESPACE);
        }
        Owner owner = Files.exists(folder.data()) ? ownerOf(folder.data()) : ownerOf(folder.path());
        return owner.user() == ROOT
                ? List.of(NAMESPACE, other(new Owner(NOBODY, NOBODY)))
                : List.of(other(owner), NAMESPACE);
    }

    /** Makes the server's files belong to whom they must. */
    void takeOver(ServerFolder folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        try (Stream<Path> children = Files.list(folder.path())) {
            for (Path path : Stream.concat(Stream.of(folder.path()), children).toList()) {
                if (!ownerOf(path).equals(owner.get())) {
                    new FileTree(path).giveTo(owner.get().user(), owner.get().group());
                }
            }
        }
    }

    /** The system shows a process as a folder that belongs to its user; elsewhere the name must do. */
    private static boolean runsAsRoot() {
        Path process = Path.of("/proc", Long.toString(ProcessHandle.current().pid()));
        return Files.exists(process) ? ownerOf(process).user() == ROOT : "root".equals(System.getProperty("user.name"));
    }

    private static Owner ownerOf(Path path) {
        try {
            return new Owner((Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS), (Integer)
                    Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException failure) {
            throw new EmbeddedUnavailable("cannot tell whose " + path + " is: " + IoErrors.reason(failure), failure);
        }
    }
}
