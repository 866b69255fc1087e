package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A constraint of a table, except NOT NULL, which is an attribute of the column.
 *
 * @param definition the definition as PostgreSQL prints it, without NOT VALID
 * @param validated whether the server has validated it for all rows
 */
public record Constraint(String name, Type type, String definition, boolean validated, Optional<String> comment)
        implements CatalogObject {
    /** The types of constraints. */
    public enum Type {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        EXCLUSION,
        FOREIGN_KEY;

        /** Returns the type for a value of {@code pg_constraint.contype}. */
        public static Type of(String code) {
            return switch (code) {
                case "p" -> PRIMARY_KEY;
                case "u" -> UNIQUE;
                case "c" -> CHECK;
                case "x" -> EXCLUSION;
                case "f" -> FOREIGN_KEY;
                default -> throw new IllegalArgumentException("unknown type of constraint: " + code);
            };
        }
    }

    @Override
    public Kind kind() {
        return Kind.CONSTRAINT;
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .with("definition", definition)
                .when(!validated, "validity", "not validated")
                .with("comment", comment)
                .all();
    }
}
