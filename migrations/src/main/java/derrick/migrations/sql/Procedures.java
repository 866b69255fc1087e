package derrick.migrations.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The procedures that statements create and call, by name without arguments. */
public final class Procedures {
    private Procedures() {}

    /** Returns the procedures that CALL names, also inside a DO block. */
    public static Set<String> calledBy(Statement statement) {
        return statement.words().starts("DO")
                ? calledInBody(statement)
                : statement.words().starts("CALL") ? calledIn(statement.tokens()) : Set.of();
    }

    /** Returns the created procedures that commit or roll back, or call one that does. */
    public static Set<String> committing(List<Statement> statements) {
        Set<String> committing = new HashSet<>();
        Map<String, Set<String>> calls = new HashMap<>();
        for (Statement statement : statements) {
            TokenReader reader = statement.reader();
            if (reader.take("CREATE", "PROCEDURE") || reader.take("CREATE", "OR", "REPLACE", "PROCEDURE")) {
                reader.takeQualifiedName().ifPresent(name -> {
                    calls.computeIfAbsent(name, none -> new HashSet<>()).addAll(calledInBody(statement));
                    if (new DoBlock(statement).commits()) {
                        committing.add(name);
                    }
                });
            }
        }
        boolean changed = !committing.isEmpty();
        while (changed) {
            changed = false;
            for (Map.Entry<String, Set<String>> caller : calls.entrySet()) {
                if (caller.getValue().stream().anyMatch(committing::contains)) {
                    changed |= committing.add(caller.getKey());
                }
            }
        }
        return committing;
    }

    private static Set<String> calledInBody(Statement statement) {
        Set<String> called = new HashSet<>();
        new DoBlock(statement).statements().forEach(inside -> called.addAll(calledIn(inside.tokens())));
        return called;
    }

    private static Set<String> calledIn(List<Token> tokens) {
        Set<String> called = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            TokenReader reader = new TokenReader(tokens.subList(at, tokens.size()));
            if (reader.take("CALL")) {
                reader.takeQualifiedName().filter(name -> reader.take("(")).ifPresent(called::add);
            }
        }
        return called;
    }
}
