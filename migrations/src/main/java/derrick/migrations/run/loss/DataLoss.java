package derrick.migrations.run.loss;

import derrick.migrations.sql.ddl.TypeName;
import java.util.Optional;

/**
 * Something that a script takes away from what was there before the first of them.
 *
 * @param table its name as it was then; without a schema if that is public
 * @param column empty if it is the whole table
 * @param newType what the column becomes, if that is what may cut its values
 */
public record DataLoss(Kind kind, String table, Optional<String> column, Optional<TypeName> newType) {
    /** How it goes. */
    public enum Kind {
        /** The table is dropped. */
        TABLE,
        /** The table is dropped after another took its name and, we trust, what that has room for. */
        REWRITTEN,
        /** The schema is dropped with all its tables; it is told as {@code audit.*}. */
        SCHEMA,
        /** All rows go. */
        TRUNCATED,
        /** Rows go that fit a condition. */
        DELETED,
        /** The column is dropped. */
        COLUMN,
        /** The column gets a type that does not hold all that the old one held. */
        NARROWED
    }

    static DataLoss ofSchema(String name) {
        return ofTable(Kind.SCHEMA, name + ".*");
    }

    static DataLoss ofTable(Kind kind, String table) {
        return new DataLoss(kind, table, Optional.empty(), Optional.empty());
    }

    /** What goes, as people say it: {@code users} or {@code users.email}. */
    public String name() {
        return column.map(name -> table + "." + name).orElse(table);
    }

    /** Whether what it takes goes with another loss anyway. */
    boolean isPartOf(DataLoss other) {
        boolean wholeTable = other.kind == Kind.TABLE || other.kind == Kind.REWRITTEN;
        return !equals(other)
                && other.table.equals(table)
                && (wholeTable || (other.name().equals(name()) && other.kind.compareTo(kind) < 0));
    }
}
