package derrick.migrations.catalog;

import java.util.Optional;

/** The value of a column in a row that is inserted without one. */
public sealed interface ColumnDefault {
    /** Returns the clause of a column definition, of a default only the expression; empty if there is none. */
    Optional<String> text();

    /** No default: the value is NULL. */
    record NoDefault() implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.empty();
        }
    }

    /** A DEFAULT expression, as PostgreSQL prints it. */
    record Default(String expression) implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.of(expression);
        }
    }

    /**
     * The next value of an identity column.
     *
     * @param always whether it is GENERATED ALWAYS, not BY DEFAULT
     */
    record Identity(boolean always) implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.of("GENERATED " + (always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY");
        }
    }

    /**
     * The expression of a generated column.
     *
     * @param stored whether it is STORED, not VIRTUAL
     */
    record Generated(String expression, boolean stored) implements ColumnDefault {
        @Override
        public Optional<String> text() {
            return Optional.of("GENERATED ALWAYS AS (%s) %s".formatted(expression, stored ? "STORED" : "VIRTUAL"));
        }
    }
}
