package derrick.migrations.postgres.embedded;

import derrick.migrations.postgres.socket.UnixSocketFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the embedded server's files lie: everything is in {@code postgres} inside the data folder. */
record ServerFolder(Path path) {
    /** Makes the folder if it is not there; only its owner can look inside. */
    static ServerFolder in(Path dataFolder) {
        if (!dataFolder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new EmbeddedUnavailable("the embedded PostgreSQL needs Linux or macOS; set DATABASE_URL");
        }
        try {
            Files.createDirectories(dataFolder);
            Path folder = dataFolder.toRealPath().resolve("postgres");
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new ServerFolder(folder);
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(
                    "the data folder " + dataFolder + " cannot be made: " + IoErrors.reason(failure)
                            + "; name another with --data-dir, or set DATABASE_URL",
                    failure);
        }
    }

    /** What PostgreSQL calls the data directory. */
    Path data() {
        return path.resolve("data");
    }

    /** The same with links followed, as the system tells where a process works. */
    Path realData() {
        try {
            return data().toRealPath();
        } catch (IOException missing) {
            return data();
        }
    }

    /** Where a new data directory grows; it becomes {@link #data} when it is whole. */
    Path unfinishedData() {
        return path.resolve("data.unfinished");
    }

    Path password() {
        return path.resolve("password");
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path previousLog() {
        return path.resolve("server.log.1");
    }

    /** The file that keeps a second server from the socket. */
    Path socketLock() {
        return data().resolve(UnixSocketFactory.fileName(SocketFolder.PORT) + ".lock");
    }

    Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }
}
