package derrick.migrations.lint;

import derrick.migrations.sql.Phrase;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a statement takes a lock that reading or writing a table must wait for: SHARE or stronger. While it waits for
 * that lock itself, all others queue up behind it.
 */
final class StrongLock {
    private static final List<String[]> WEAK_ACTIONS = List.of(
            new String[] {"VALIDATE", "CONSTRAINT"},
            new String[] {"ATTACH", "PARTITION"},
            new String[] {"CLUSTER", "ON"},
            new String[] {"SET", "WITHOUT", "CLUSTER"},
            new String[] {"SET", "("},
            new String[] {"RESET", "("});

    private final Statement statement;
    private final SchemaSoFar schema;

    StrongLock(Statement statement, SchemaSoFar schema) {
        this.statement = statement;
        this.schema = schema;
    }

    boolean isOnOldTable() {
        return tables().anyMatch(table -> !schema.isNew(table)) || dropsOldIndex();
    }

    private Stream<String> tables() {
        return Stream.of(altered(), referenced(), indexed(), dropped(), named()).reduce(Stream.empty(), Stream::concat);
    }

    private Stream<String> altered() {
        return AlterTable.of(statement).stream()
                .flatMap(alter -> Stream.concat(
                        alter.partition("ATTACH").stream(),
                        alter.actions().stream().allMatch(action -> isWeak(action.phrase()))
                                ? Stream.empty()
                                : Stream.of(alter.table())));
    }

    private static boolean isWeak(Phrase action) {
        return WEAK_ACTIONS.stream().anyMatch(action::starts)
                || (action.starts("ALTER") && action.has("SET", "STATISTICS"))
                || (action.starts("DETACH") && (action.has("CONCURRENTLY") || action.has("FINALIZE")));
    }

    /** A foreign key puts triggers on the table that it points at; a partition changes the table that it is part of. */
    private Stream<String> referenced() {
        Optional<CreateTable> created = CreateTable.of(statement);
        if (created.isEmpty() && AlterTable.of(statement).isEmpty()) {
            return Stream.empty();
        }
        List<Token> tokens = statement.tokens();
        Stream<String> targets = IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).is("REFERENCES"))
                .mapToObj(at -> new TokenReader(tokens.subList(at + 1, tokens.size())))
                .flatMap(reader -> reader.takeQualifiedName().stream());
        return Stream.concat(targets, created.flatMap(CreateTable::parent).stream());
    }

    private Stream<String> indexed() {
        return CreateIndex.of(statement).filter(index -> !index.concurrently()).map(CreateIndex::table).stream();
    }

    private Stream<String> dropped() {
        return Stream.concat(Drop.of(statement, "TABLE").stream(), Drop.of(statement, "MATERIALIZED", "VIEW").stream())
                .flatMap(drop -> drop.names().stream());
    }

    private boolean dropsOldIndex() {
        return Drop.of(statement, "INDEX").stream()
                .filter(drop -> !drop.concurrently())
                .flatMap(drop -> drop.names().stream())
                .anyMatch(index -> !schema.isNewIndex(index));
    }

    private Stream<String> named() {
        TokenReader reader = statement.reader();
        Phrase all = statement.phrase();
        if (reader.take("TRUNCATE") || reader.take("LOCK")) {
            reader.take("TABLE");
            return reader.rest().parts().stream().flatMap(part -> name(part.reader()));
        }
        if (reader.take("CLUSTER") || reader.take("REINDEX", "TABLE") || reader.take("VACUUM", "FULL")) {
            return all.has("CONCURRENTLY") ? Stream.empty() : name(reader);
        }
        if (reader.take("REFRESH", "MATERIALIZED", "VIEW")) {
            return reader.take("CONCURRENTLY") ? Stream.empty() : name(reader);
        }
        reader.takeAny("CREATE", "ALTER", "DROP");
        reader.take("OR", "REPLACE");
        reader.take("CONSTRAINT");
        return reader.takeAny("TRIGGER", "POLICY") ? name(all.after("ON").reader()) : Stream.empty();
    }

    private static Stream<String> name(TokenReader reader) {
        reader.take("ONLY");
        return reader.takeQualifiedName().stream();
    }
}
