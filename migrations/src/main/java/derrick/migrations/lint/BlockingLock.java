package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether a statement takes a SHARE or stronger lock, which blocks readers or writers of the table. While the
 * statement waits for the lock, later statements on the table wait behind it.
 */
final class BlockingLock {
    private static final List<String[]> WEAK_ACTIONS = List.of(
            new String[] {"VALIDATE", "CONSTRAINT"},
            new String[] {"ATTACH", "PARTITION"},
            new String[] {"CLUSTER", "ON"},
            new String[] {"SET", "WITHOUT", "CLUSTER"},
            new String[] {"SET", "("},
            new String[] {"RESET", "("});

    private final Statement statement;
    private final SchemaState schema;

    BlockingLock(Statement statement, SchemaState schema) {
        this.statement = statement;
        this.schema = schema;
    }

    boolean isOnOldTable() {
        return tables().anyMatch(table -> !schema.isNew(table))
                || indexes().anyMatch(index -> !schema.isNewIndex(index))
                || RewriteRules.rewritten(statement).filter(List::isEmpty).isPresent()
                || (statement.words().starts("ALTER", "TYPE")
                        && statement.words().has("ATTRIBUTE")
                        && statement.words().has("CASCADE"))
                || IndexRules.rebuilds(statement, schema)
                || ConstraintRules.validatesDomain(statement, schema);
    }

    private Stream<String> tables() {
        return Stream.of(altered(), referenced(), indexed(), dropped(), rewritten(), named())
                .flatMap(tables -> tables);
    }

    private Stream<String> altered() {
        return AlterTable.of(statement).stream()
                .flatMap(alter -> Stream.concat(
                        alter.partition("ATTACH").stream(),
                        alter.actions().stream().allMatch(action -> isWeak(action.words()))
                                ? Stream.empty()
                                : Stream.of(alter.table())));
    }

    private static boolean isWeak(TokenSequence action) {
        return WEAK_ACTIONS.stream().anyMatch(action::starts)
                || (action.starts("ALTER") && setsOption(action))
                || (action.starts("DETACH") && (action.has("CONCURRENTLY") || action.has("FINALIZE")));
    }

    private static boolean setsOption(TokenSequence action) {
        return action.has("SET", "STATISTICS") || action.has("SET", "(") || action.has("RESET", "(");
    }

    /**
     * Returns the referenced tables of foreign keys, which get triggers, and the parent of a new partition.
     */
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

    private Stream<String> rewritten() {
        return Stream.of(
                        RewriteRules.rewritten(statement).stream().flatMap(List::stream),
                        RewriteRules.rewrittenBy(statement, "MATERIALIZED", "VIEW"),
                        RewriteRules.refreshed(statement).stream(),
                        RewriteRules.locked(statement),
                        RewriteRules.truncated(statement))
                .flatMap(tables -> tables);
    }

    private Stream<String> indexes() {
        Stream<String> dropped = Drop.of(statement, "INDEX").stream()
                .filter(drop -> !drop.concurrently())
                .flatMap(drop -> drop.names().stream());
        return Stream.concat(dropped, RewriteRules.rewrittenBy(statement, "INDEX"));
    }

    private Stream<String> named() {
        TokenReader reader = statement.reader();
        TokenSequence all = statement.words();
        reader.takeAny("CREATE", "ALTER", "DROP");
        reader.take("OR", "REPLACE");
        reader.take("CONSTRAINT");
        if (reader.take("RULE")) {
            // CREATE RULE r AS ON event TO table, DROP RULE r ON table
            return name(all.after(all.has("TO") && all.starts("CREATE") ? "TO" : "ON")
                    .reader());
        }
        return reader.takeAny("TRIGGER", "POLICY") ? name(all.after("ON").reader()) : Stream.empty();
    }

    private static Stream<String> name(TokenReader reader) {
        reader.take("ONLY");
        return reader.takeQualifiedName().stream();
    }
}
