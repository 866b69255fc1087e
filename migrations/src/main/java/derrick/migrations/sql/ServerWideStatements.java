package derrick.migrations.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Statements that change more than the database in which they run: roles, other databases, the server itself. */
public final class ServerWideStatements {
    private static final String[] OBJECTS = {"ROLE", "USER", "GROUP", "DATABASE", "TABLESPACE", "SUBSCRIPTION"};

    private ServerWideStatements() {}

    /** Returns true if the statement is one of them. */
    public static boolean is(Statement statement) {
        TokenReader reader = statement.reader();
        if (reader.takeAny("CREATE", "ALTER", "DROP")) {
            return reader.take("SYSTEM") || reader.take("OWNED") || (!namesMapping(reader) && reader.takeAny(OBJECTS));
        }
        if (reader.take("REASSIGN", "OWNED")) {
            return true;
        }
        if (reader.takeAny("GRANT", "REVOKE")) {
            TokenSequence rest = reader.rest();
            return !rest.has("ON")
                    || rest.has("ON", "DATABASE")
                    || rest.has("ON", "TABLESPACE")
                    || rest.has("ON", "PARAMETER");
        }
        return (reader.take("COMMENT", "ON") || reader.take("SECURITY", "LABEL", "ON")) && reader.takeAny(OBJECTS);
    }

    /** Returns true for USER MAPPING, which belongs to the database and not to the cluster. */
    private static boolean namesMapping(TokenReader reader) {
        return reader.rest().starts("USER", "MAPPING");
    }

    /** Returns the roles that a statement creates, also inside a DO block. */
    public static Set<String> rolesCreatedBy(Statement statement) {
        Set<String> roles = new LinkedHashSet<>(rolesCreatedBy(statement.tokens()));
        if (statement.reader().take("DO")) {
            new DoBlock(statement).statements().forEach(inside -> roles.addAll(rolesCreatedBy(inside.tokens())));
        }
        return roles;
    }

    private static Set<String> rolesCreatedBy(List<Token> tokens) {
        Set<String> roles = new LinkedHashSet<>();
        for (int at = 0; at + 2 < tokens.size(); at++) {
            TokenReader reader = new TokenReader(tokens.subList(at, tokens.size()));
            if (reader.take("CREATE") && !namesMapping(reader) && reader.takeAny("ROLE", "USER", "GROUP")) {
                reader.takeName().ifPresent(roles::add);
            }
        }
        return roles;
    }
}
