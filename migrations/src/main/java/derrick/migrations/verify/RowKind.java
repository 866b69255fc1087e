package derrick.migrations.verify;

/** The kind of values in a seeded row. */
enum RowKind {
    /** A value in each column that satisfies the constraints of all later revisions. */
    FULL,
    /** Like FULL, with NULL in each column that stays nullable. */
    SPARSE,
    /** Extreme values that satisfy the current constraints. */
    EDGE_CASE,
    /** Like EDGE_CASE, with NULL in each column that is nullable now. */
    MINIMAL;

    /** Returns true if only the current constraints apply. */
    boolean ignoresFuture() {
        return this == EDGE_CASE || this == MINIMAL;
    }

    boolean isNullFirst() {
        return this == SPARSE || this == MINIMAL;
    }
}
