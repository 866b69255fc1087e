package derrick.migrations.diff.plan;

/**
 * The order of steps. Each stage has its own files, because its statements need those of earlier stages to be
 * committed, or cannot run in a transaction.
 */
public enum Stage {
    /** Renames tables and columns. */
    RENAME("rename", true),
    /** Adds enum values, which cannot be used before they are committed. */
    EXTEND_ENUM("extend", true),
    /** Creates objects and changes existing ones without a table scan. */
    CREATE("", true),
    /** Sets the values of new columns in existing rows. */
    BACKFILL("fill", true),
    /** Builds indexes concurrently. */
    BUILD_INDEX("index", false),
    /** Validates constraints that so far hold for new rows only. */
    VALIDATE("finish", true),
    /** Drops indexes concurrently. */
    DROP_INDEX("drop_index", false),
    /** Drops objects that are not declared any more. */
    DROP("clear", true);

    private final String word;
    private final boolean transactional;

    Stage(String word, boolean transactional) {
        this.word = word;
        this.transactional = transactional;
    }

    /** Returns the part of a file name for this stage and a subject, such as {@code index_rig}. */
    public String fileNamePart(String subject) {
        return word.isEmpty() || subject.isEmpty() ? word + subject : word + "_" + subject;
    }

    public boolean isTransactional() {
        return transactional;
    }
}
