package derrick.migrations.backup;

/** Receives the progress of a backup. */
public interface BackupListener {
    /** A listener that does nothing. */
    BackupListener NONE = new BackupListener() {};

    /**
     * Called for each difference that a backup by COPY does not save.
     *
     * @param difference a sentence without a full stop, such as {@code table notes is only in the database}
     */
    default void notSaved(String difference) {}

    /** Called with the number of bytes written so far, before compression. */
    default void written(long bytes) {}

    /** Called with the number of bytes read back so far. */
    default void readBack(long bytes) {}
}
