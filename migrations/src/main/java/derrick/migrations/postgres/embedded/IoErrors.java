package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says in words why a file could not be worked on; the JDK's own messages are often only a path. */
public final class IoErrors {
    private IoErrors() {}

    /** The reason, with the file if that is not the whole of it. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " is in the way";
        }
        if (failure instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason() + " (" + other.getFile() + ")";
        }
        return String.valueOf(failure.getMessage());
    }

    /** Whether the other end reads no more, as {@code head} does when it has enough: the system's broken pipe. */
    public static boolean isReaderGone(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }
}
