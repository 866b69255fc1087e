package derrick.migrations.run.loss;

import derrick.migrations.sql.ddl.TypeName;
import java.util.Optional;

/**
 * Data that scripts delete and that existed before the first of them.
 *
 * @param table its name before the first script; without the schema if that is public
 * @param column empty for the whole table
 * @param newType the new type of a narrowed column
 */
public record DataLoss(Kind kind, String table, Optional<String> column, Optional<TypeName> newType) {
    /** The kinds of loss. */
    public enum Kind {
        /** The table is dropped. */
        TABLE,
        /** The table is dropped after its rows were copied to a new table, which takes its name. */
        REWRITTEN,
        /** The schema is dropped with all its tables; shown as {@code audit.*}. */
        SCHEMA,
        /** All rows are deleted by TRUNCATE. */
        TRUNCATED,
        /** Rows are deleted by DELETE. */
        DELETED,
        /** The column is dropped. */
        COLUMN,
        /** The column gets a type that cannot hold all values of the old one. */
        NARROWED
    }

    static DataLoss ofSchema(String name) {
        return ofTable(Kind.SCHEMA, name + ".*");
    }

    static DataLoss ofTable(Kind kind, String table) {
        return new DataLoss(kind, table, Optional.empty(), Optional.empty());
    }

    /** Returns the qualified name: {@code users} or {@code users.email}. */
    public String name() {
        return column.map(name -> table + "." + name).orElse(table);
    }

    /** True if another loss includes this one. */
    boolean isPartOf(DataLoss other) {
        boolean wholeTable = other.kind == Kind.TABLE || other.kind == Kind.REWRITTEN;
        return !equals(other)
                && other.table.equals(table)
                && (wholeTable || (other.name().equals(name()) && other.kind.compareTo(kind) < 0));
    }
}
