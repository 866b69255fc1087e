package derrick.migrations.backup;

/** Receives the progress of a backup. */
public interface BackupListener {
    /** A listener that does nothing. */
    BackupListener NONE = new BackupListener() {};

    /**
     * A backup by COPY does not keep something.
     *
     * @param difference a sentence without a full stop, such as {@code table notes is only in the database}
     */
    default void notKept(String difference) {}

    /** So many bytes were written, before they were packed. */
    default void written(long bytes) {}

    /** So many bytes of the file were read again. */
    default void readAgain(long bytes) {}
}
