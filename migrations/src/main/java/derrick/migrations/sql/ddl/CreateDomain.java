package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.Optional;

/**
 * A CREATE DOMAIN statement.
 *
 * @param rest what follows the type
 */
public record CreateDomain(String name, TypeName type, TokenSequence rest) {
    /** Reads a statement. */
    public static Optional<CreateDomain> of(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.take("CREATE", "DOMAIN")) {
            return Optional.empty();
        }
        return reader.takeQualifiedName().flatMap(name -> {
            reader.take("AS");
            return TypeName.read(reader).map(type -> new CreateDomain(name, type, reader.rest()));
        });
    }

    /** Whether it refuses some values of its type. */
    public boolean isConstrained() {
        return rest.has("CHECK") || rest.has("NOT", "NULL");
    }
}
