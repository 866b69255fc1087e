package derrick.migrations.catalog;

import java.util.Optional;

/** What fills a column where a row brings no value for it. */
public sealed interface ColumnDefault {
    /** How a column's definition says it; empty if nothing does but NULL. */
    Optional<String> text();

    /** Nothing: it becomes NULL. */
    record NoDefault() implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.empty();
        }
    }

    /** A default, as PostgreSQL writes the expression. */
    record Default(String expression) implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.of(expression);
        }
    }

    /**
     * The next number of the column's own sequence.
     *
     * @param always whether a row may not bring a number of its own
     */
    record Identity(boolean always) implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.of("GENERATED " + (always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY");
        }
    }

    /**
     * An expression over the row's other columns.
     *
     * @param stored whether it is kept in the row, or made anew when somebody reads
     */
    record Generated(String expression, boolean stored) implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.of("GENERATED ALWAYS AS (%s) %s".formatted(expression, stored ? "STORED" : "VIRTUAL"));
        }
    }
}
