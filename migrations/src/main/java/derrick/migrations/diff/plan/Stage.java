package derrick.migrations.diff.plan;

/**
 * When a step is taken. Each stage has files of its own, in this order, since a step of a later one needs that those of
 * earlier ones were committed, or runs outside a transaction.
 */
public enum Stage {
    /** Things get other names. */
    RENAME("rename", true),
    /** Enums get more values, which can be used only after a commit. */
    EXTEND("extend", true),
    /** New things are made, and old ones changed without looking at their rows. */
    CREATE("", true),
    /** Rows get values for new columns. */
    BACKFILL("fill", true),
    /** Indexes are built while others work. */
    BUILD("index", false),
    /** What was promised for new rows is proved for old ones. */
    VALIDATE("finish", true),
    /** Indexes go while others work. */
    DROP_INDEX("drop_index", false),
    /** What is not needed any more goes. */
    DROP("clear", true);

    private final String word;
    private final boolean transactional;

    Stage(String word, boolean transactional) {
        this.word = word;
        this.transactional = transactional;
    }

    /** What a file of this stage does to something, in words between underscores; empty if that goes without saying. */
    public String with(String subject) {
        return word.isEmpty() || subject.isEmpty() ? word + subject : word + "_" + subject;
    }

    public boolean isTransactional() {
        return transactional;
    }
}
