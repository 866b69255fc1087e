package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about statements that rewrite, lock or empty a whole table or index. */
final class RewriteRules {
    private static final Set<String> OFF = Set.of("OFF", "FALSE", "0");

    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "cluster-rewrites-table",
                    "CLUSTER or VACUUM FULL, unless of a table that the file created",
                    "rewrites the table under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "VACUUM without FULL, which lets new rows reuse the space; or pg_repack",
                    context -> context.firstIf(rewrites(context))),
            Rule.ofStatement(
                    "storage-rewrites-table",
                    "SET LOGGED, UNLOGGED, ACCESS METHOD or TABLESPACE of a table or view that the file did not create",
                    "rewrites the table under an ACCESS EXCLUSIVE lock; reads and writes wait",
                    "CREATE TABLE with that storage, fill it in batches, swap the names",
                    RewriteRules::changesStorage),
            Rule.ofStatement(
                    "index-tablespace",
                    "ALTER INDEX … SET TABLESPACE of an index that the file did not create",
                    "copies the index under an ACCESS EXCLUSIVE lock on it; reads and writes wait",
                    "in a file of its own: REINDEX (TABLESPACE …) INDEX CONCURRENTLY …",
                    context -> altered(context.statement(), "INDEX")
                            .filter(altered -> isMove(altered.action())
                                    && !context.schema().isNewIndex(altered.name()))
                            .map(Altered::action)
                            .map(TokenSequence::first)),
            Rule.ofStatement(
                    "refresh-not-concurrent",
                    "REFRESH MATERIALIZED VIEW without CONCURRENTLY of a view that the file did not create",
                    "runs the query under an ACCESS EXCLUSIVE lock on the view; reads wait",
                    "CREATE UNIQUE INDEX on it, then REFRESH MATERIALIZED VIEW CONCURRENTLY …",
                    context -> context.firstIf(refreshed(context.statement())
                            .filter(view -> !context.statement().words().has("WITH", "NO", "DATA"))
                            .filter(view -> !context.schema().isNew(view))
                            .isPresent())),
            Rule.ofStatement(
                    "lock-table",
                    "LOCK TABLE of a table that the file did not create, in a mode that blocks reads or writes",
                    "reads or writes of the table wait until the whole file has run",
                    "remove LOCK TABLE: each statement takes the lock that it needs",
                    context -> context.firstIf(locked(context.statement())
                            .anyMatch(table -> !context.schema().isNew(table)))),
            Rule.ofStatement(
                    "truncate-table",
                    "TRUNCATE of a table that the file did not create",
                    "deletes all rows, under an ACCESS EXCLUSIVE lock until the file has run",
                    "DELETE in batches of some thousand rows, in a file of its own",
                    context -> context.firstIf(truncated(context.statement())
                            .anyMatch(table -> !context.schema().isFromRevision(table)))));

    private RewriteRules() {}

    /** An action of ALTER on an object that is not a table. */
    private record Altered(String name, TokenSequence action) {}

    private static boolean rewrites(StatementContext context) {
        return rewritten(context.statement())
                .filter(tables -> tables.isEmpty() || !tables.stream().allMatch(context.schema()::isNew))
                .isPresent();
    }

    /** Returns the tables of CLUSTER or VACUUM FULL, an empty list if it has none; empty for other statements. */
    static Optional<List<String>> rewritten(Statement statement) {
        TokenReader reader = statement.reader();
        boolean cluster = reader.take("CLUSTER");
        if (!cluster && !reader.take("VACUUM")) {
            return Optional.empty();
        }
        boolean full = reader.takeParenthesized()
                .filter(options -> options.parts().stream().anyMatch(RewriteRules::isFull))
                .isPresent();
        while (reader.takeAny("FULL", "FREEZE", "VERBOSE", "ANALYZE", "ANALYSE")) {
            // Without parentheses FULL comes first.
        }
        full |= statement.words().starts("VACUUM", "FULL");
        // CLUSTER index ON table is the old form.
        TokenSequence named = reader.rest().has("ON") ? reader.rest().after("ON") : reader.rest();
        return cluster || full
                ? Optional.of(named.parts().stream()
                        .flatMap(part -> part.reader().takeQualifiedName().stream())
                        .toList())
                : Optional.empty();
    }

    private static boolean isFull(TokenSequence option) {
        TokenReader reader = option.reader();
        return reader.take("FULL")
                && reader.peek().map(Token::keyword).filter(OFF::contains).isEmpty();
    }

    private static Stream<Token> changesStorage(StatementContext context) {
        Stream<Token> ofTables = context.actions()
                .filter(action -> isStorage(action.action().words()))
                .filter(action -> !context.schema().isPartitioned(action.table()))
                .map(StatementContext.Action::at);
        Stream<Token> ofViews = altered(context.statement(), "MATERIALIZED", "VIEW")
                .filter(altered ->
                        isStorage(altered.action()) && !context.schema().isNew(altered.name()))
                .map(altered -> altered.action().first());
        Stream<Token> ofDatabases = altered(context.statement(), "DATABASE")
                .filter(altered -> isMove(altered.action()))
                .map(altered -> altered.action().first());
        return Stream.of(ofTables, ofViews, ofDatabases).flatMap(found -> found);
    }

    // In ALL IN TABLESPACE, ALL is read as the name and IN TABLESPACE as the action.
    private static boolean isMove(TokenSequence action) {
        return action.starts("SET", "TABLESPACE") || action.starts("IN", "TABLESPACE");
    }

    private static boolean isStorage(TokenSequence action) {
        return isMove(action)
                || action.starts("SET", "LOGGED")
                || action.starts("SET", "UNLOGGED")
                || action.starts("SET", "ACCESS", "METHOD");
    }

    private static Stream<Altered> altered(Statement statement, String... kind) {
        TokenReader reader = statement.reader();
        if (!reader.take("ALTER") || !reader.take(kind)) {
            return Stream.empty();
        }
        reader.take("IF", "EXISTS");
        return reader.takeQualifiedName().stream()
                .flatMap(name -> reader.rest().parts().stream().map(action -> new Altered(name, action)));
    }

    /** Returns the materialized views or indexes that an ALTER rewrites. */
    static Stream<String> rewrittenBy(Statement statement, String... kind) {
        return altered(statement, kind)
                .filter(altered -> isStorage(altered.action()))
                .map(Altered::name);
    }

    /** Returns the view of a REFRESH MATERIALIZED VIEW without CONCURRENTLY. */
    static Optional<String> refreshed(Statement statement) {
        TokenReader reader = statement.reader();
        return reader.take("REFRESH", "MATERIALIZED", "VIEW") && !reader.take("CONCURRENTLY")
                ? reader.takeQualifiedName()
                : Optional.empty();
    }

    /** Returns the tables that LOCK locks in a mode that blocks reads or writes. */
    static Stream<String> locked(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.take("LOCK")) {
            return Stream.empty();
        }
        reader.take("TABLE");
        TokenSequence rest = reader.rest();
        boolean weak = rest.has("IN", "ACCESS", "SHARE")
                || rest.has("IN", "ROW", "SHARE")
                || rest.has("IN", "ROW", "EXCLUSIVE")
                || rest.has("IN", "SHARE", "UPDATE", "EXCLUSIVE");
        return weak ? Stream.empty() : names(rest);
    }

    /** Returns the tables that TRUNCATE names. */
    static Stream<String> truncated(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.take("TRUNCATE")) {
            return Stream.empty();
        }
        reader.take("TABLE");
        return names(reader.rest());
    }

    private static Stream<String> names(TokenSequence list) {
        return list.parts().stream().map(TokenSequence::reader).flatMap(part -> {
            part.take("ONLY");
            return part.takeQualifiedName().stream();
        });
    }
}
