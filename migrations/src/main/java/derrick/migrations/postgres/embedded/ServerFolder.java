package derrick.migrations.postgres.embedded;

import derrick.migrations.postgres.socket.UnixSocketFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of the embedded server: {@code postgres} in the data folder. */
record ServerFolder(Path path) {
    /** Creates the folder if it is missing. Only its owner can read it. */
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
                    "the data folder " + dataFolder + " cannot be created: " + IoErrors.reason(failure)
                            + "; name another with --data-dir, or set DATABASE_URL",
                    failure);
        }
    }

    /** Returns the data directory of PostgreSQL. */
    Path data() {
        return path.resolve("data");
    }

    /** Returns the data directory with links resolved, to compare with working directories of processes. */
    Path realData() {
        try {
            return data().toRealPath();
        } catch (IOException missing) {
            return data();
        }
    }

    /** Returns the temporary directory of initdb, which is renamed to {@link #data}. */
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

    /** Returns PostgreSQL's lock file of the socket. */
    Path socketLock() {
        return data().resolve(UnixSocketFactory.fileName(SocketFolder.PORT) + ".lock");
    }

    Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }
}
