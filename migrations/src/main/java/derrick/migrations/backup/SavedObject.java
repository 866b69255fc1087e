package derrick.migrations.backup;

/**
 * A thing in a database besides rows.
 *
 * @param name by which it is known among its kind
 * @param definition the SQL that makes it
 */
record SavedObject(ObjectKind kind, String name, String definition) {
    boolean hasNameOf(SavedObject other) {
        return kind == other.kind && name.equals(other.name);
    }

    /** What it is and what it is called: {@code index by_depth}. */
    @Override
    public String toString() {
        return kind.word() + " " + name.replaceFirst("^(table |view |)public\\.", "$1");
    }
}
