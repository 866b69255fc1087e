package derrick.migrations.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A constraint of a table. That a column takes no NULL is said of the column.
 *
 * @param definition as PostgreSQL writes it, without NOT VALID
 * @param validated whether it is known to hold for all rows
 */
public record Constraint(String name, Type type, String definition, boolean validated, Optional<String> comment)
        implements CatalogObject {
    /** What a constraint may be. */
    public enum Type {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        EXCLUSION,
        FOREIGN_KEY;

        public static Type of(String code) {
            return switch (code) {
                case "p" -> PRIMARY_KEY;
                case "u" -> UNIQUE;
                case "c" -> CHECK;
                case "x" -> EXCLUSION;
                case "f" -> FOREIGN_KEY;
                default -> throw new IllegalArgumentException("no type of constraint: " + code);
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
