package derrick.migrations.verify;

/** What a row is there to show. */
enum RowKind {
    /** A value in each column, all of which hold up to what later revisions ask. */
    FULL,
    /** The same with NULL wherever it may stay. */
    SPARSE,
    /** Values at the edge of what the table takes today. */
    AWKWARD,
    /** The same with NULL wherever the table takes it today. */
    BARE;

    /** Whether it is only asked what holds today. */
    boolean isOfToday() {
        return this == AWKWARD || this == BARE;
    }

    boolean isNullFirst() {
        return this == SPARSE || this == BARE;
    }
}
