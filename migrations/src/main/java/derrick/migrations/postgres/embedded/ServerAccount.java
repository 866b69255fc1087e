package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account that runs the server's programs. PostgreSQL does not run as root.
 *
 * @param name a description, for messages
 * @param prefix the command that runs a program with this account
 * @param owner the required owner of the files; empty for the user of this process
 */
record ServerAccount(String name, List<String> prefix, Optional<Owner> owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /** A user and a group, by number. */
    record Owner(int user, int group) {}

    private static final ServerAccount SELF =
            new ServerAccount("as the user who runs derrick", List.of(), Optional.empty());
    private static final ServerAccount NAMESPACE =
            new ServerAccount("in a user namespace (unshare -U)", List.of("unshare", "-U"), Optional.empty());

    private static ServerAccount ofUser(Owner owner) {
        return new ServerAccount(
                "as user " + owner.user() + " (setpriv --reuid)",
                List.of("setpriv", "--reuid=" + owner.user(), "--regid=" + owner.group(), "--clear-groups"),
                Optional.of(owner));
    }

    /**
     * Returns the accounts that may work for this process, best first. An ordinary user runs the programs as is, or in
     * a namespace if the system does not know the user. Root uses the owner of existing data.
     */
    static List<ServerAccount> candidates(ServerFolder folder) {
        if (!runsAsRoot()) {
            return List.of(SELF, NAMESPACE);
        }
        Owner owner = Files.exists(folder.data()) ? ownerOf(folder.data()) : ownerOf(folder.path());
        return owner.user() == ROOT
                ? List.of(NAMESPACE, ofUser(new Owner(NOBODY, NOBODY)))
                : List.of(ofUser(owner), NAMESPACE);
    }

    /** Changes the owner of the server's files to the required one. */
    void takeOver(ServerFolder folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        try (Stream<Path> children = Files.list(folder.path())) {
            for (Path path : Stream.concat(Stream.of(folder.path()), children).toList()) {
                if (!ownerOf(path).equals(owner.get())) {
                    new FileTree(path)
                            .changeOwner(owner.get().user(), owner.get().group());
                }
            }
        }
    }

    /** Reads the owner of this process in /proc; without /proc, the name of the user. */
    private static boolean runsAsRoot() {
        Path process = Path.of("/proc", Long.toString(ProcessHandle.current().pid()));
        return Files.exists(process) ? ownerOf(process).user() == ROOT : "root".equals(System.getProperty("user.name"));
    }

    private static Owner ownerOf(Path path) {
        try {
            return new Owner((Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS), (Integer)
                    Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "cannot read the owner of " + path + ": " + IoErrors.reason(failure), failure);
        }
    }
}
