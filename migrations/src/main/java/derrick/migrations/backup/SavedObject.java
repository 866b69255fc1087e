package derrick.migrations.backup;

import derrick.migrations.catalog.Settled;

/**
 * A thing in a database besides rows.
 *
 * @param name by which it is known among its kind
 * @param definition the SQL that makes it
 */
record SavedObject(ObjectKind kind, String name, String definition) {
    /** Whether another is made alike, though the server may spell it differently. */
    boolean isLike(SavedObject other) {
        return hasNameOf(other) && Settled.sql(definition).equals(Settled.sql(other.definition));
    }

    boolean hasNameOf(SavedObject other) {
        return kind == other.kind && name.equals(other.name);
    }

    /** What it is and what it is called: {@code index by_depth}. */
    @Override
    public String toString() {
        return kind.word() + " " + name.replaceFirst("^(table |view |)public\\.", "$1");
    }
}
