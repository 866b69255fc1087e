package derrick.migrations.sql.ddl;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.Optional;

/**
 * A CREATE DOMAIN statement.
 *
 * @param rest the tokens after the type
 */
public record CreateDomain(String name, TypeName type, TokenSequence rest) {
    /** Parses a statement; empty if it is of another kind. */
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

    /** Returns true if it has a CHECK or NOT NULL constraint. */
    public boolean isConstrained() {
        return rest.has("CHECK") || rest.has("NOT", "NULL");
    }
}
