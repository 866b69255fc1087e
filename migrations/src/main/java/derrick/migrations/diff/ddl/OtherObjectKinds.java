package derrick.migrations.diff.ddl;

import java.util.Set;

/** Which kinds of objects without a record of their own are made when. */
public final class OtherObjectKinds {
    /** What belongs to a table or a view and goes with it. */
    public static final Set<String> OF_RELATIONS = Set.of(
            "policy",
            "row security of",
            "rule",
            "trigger",
            "replica identity of",
            "clustering of",
            "settings of",
            "default of",
            "comment of column",
            "comment of index",
            "comment of sequence",
            "name of the sequence of");

    /** What tables, columns and functions may need. */
    private static final Set<String> BEFORE_TABLES = Set.of(
            "schema",
            "extension",
            "domain",
            "type",
            "collation",
            "aggregate",
            "operator",
            "operator class",
            "operator family",
            "cast",
            "conversion",
            "text search configuration",
            "text search dictionary",
            "foreign-data wrapper",
            "server",
            "foreign table");

    private OtherObjectKinds() {}

    /** Whether such an object is ordered among tables and functions; else it is made once those are there. */
    public static boolean isOrdered(String what) {
        return BEFORE_TABLES.contains(what);
    }
}
