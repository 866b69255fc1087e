package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Statements that write a whole table or index to new files, or empty it, while all others wait. */
final class RewriteRules {
    private static final Set<String> OFF = Set.of("OFF", "FALSE", "0");

    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "cluster-rewrites-table",
                    "CLUSTER or VACUUM FULL, unless of a table that the file made",
                    "nobody reads or writes the table while every row is written anew",
                    "plain VACUUM, which frees the space for new rows; or pg_repack",
                    site -> site.firstIf(rewrites(site))),
            Rule.ofStatement(
                    "storage-rewrites-table",
                    "SET LOGGED, UNLOGGED, ACCESS METHOD or TABLESPACE of a table or view that the file did not make",
                    "nobody reads or writes the table while every row is written anew",
                    "a new table with that storage, filled in batches; then swap the names",
                    RewriteRules::changesStorage),
            Rule.ofStatement(
                    "index-tablespace",
                    "ALTER INDEX … SET TABLESPACE of an index that the file did not make",
                    "nobody reads or writes the table while the index is copied",
                    "in a file of its own: REINDEX (TABLESPACE …) INDEX CONCURRENTLY …",
                    site -> altered(site.statement(), "INDEX")
                            .filter(altered ->
                                    isMove(altered.action()) && !site.schema().isNewIndex(altered.name()))
                            .map(Altered::action)
                            .map(TokenSequence::first)),
            Rule.ofStatement(
                    "refresh-not-concurrent",
                    "REFRESH MATERIALIZED VIEW without CONCURRENTLY of a view that the file did not make",
                    "nobody reads the view while its query runs",
                    "a unique index on it; then REFRESH MATERIALIZED VIEW CONCURRENTLY …",
                    site -> site.firstIf(refreshed(site.statement())
                            .filter(view -> !site.statement().phrase().has("WITH", "NO", "DATA"))
                            .filter(view -> !site.schema().isNew(view))
                            .isPresent())),
            Rule.ofStatement(
                    "lock-table",
                    "LOCK TABLE of a table that the file did not make, in a mode that readers or writers wait for",
                    "they wait until the whole file has run",
                    "leave it out: each statement takes the lock that it needs",
                    site -> site.firstIf(locked(site.statement())
                            .anyMatch(table -> !site.schema().isNew(table)))),
            Rule.ofStatement(
                    "truncate-table",
                    "TRUNCATE of a table that the file did not make",
                    "its rows are gone, and nobody reads or writes it until the file has run",
                    "DELETE the rows that are not needed, some thousand at a time",
                    site -> site.firstIf(truncated(site.statement())
                            .anyMatch(table -> !site.schema().wasMade(table)))));

    private RewriteRules() {}

    /** What an ALTER of something other than a table does. */
    private record Altered(String name, TokenSequence action) {}

    private static boolean rewrites(StatementContext site) {
        return rewritten(site.statement())
                .filter(tables -> tables.isEmpty() || !tables.stream().allMatch(site.schema()::isNew))
                .isPresent();
    }

    /** The tables that CLUSTER or VACUUM FULL names; none if it means all. Empty for another statement. */
    static Optional<List<String>> rewritten(Statement statement) {
        TokenReader reader = statement.reader();
        boolean cluster = reader.take("CLUSTER");
        if (!cluster && !reader.take("VACUUM")) {
            return Optional.empty();
        }
        boolean full = reader.takeParenthesised()
                .filter(options -> options.parts().stream().anyMatch(RewriteRules::isFull))
                .isPresent();
        while (reader.takeAny("FULL", "FREEZE", "VERBOSE", "ANALYZE", "ANALYSE")) {
            // Without parentheses FULL comes first.
        }
        full |= statement.phrase().starts("VACUUM", "FULL");
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

    private static Stream<Token> changesStorage(StatementContext site) {
        Stream<Token> ofTables = site.actions()
                .filter(action -> isStorage(action.action().phrase()))
                .filter(action -> !site.schema().isPartitioned(action.table()))
                .map(StatementContext.Action::at);
        Stream<Token> ofViews = altered(site.statement(), "MATERIALIZED", "VIEW")
                .filter(altered -> isStorage(altered.action()) && !site.schema().isNew(altered.name()))
                .map(altered -> altered.action().first());
        Stream<Token> ofDatabases = altered(site.statement(), "DATABASE")
                .filter(altered -> isMove(altered.action()))
                .map(altered -> altered.action().first());
        return Stream.of(ofTables, ofViews, ofDatabases).flatMap(found -> found);
    }

    /** ALL IN TABLESPACE stands where a name would, and so the rest of it in the action. */
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

    /** The materialized views or indexes that an ALTER writes anew. */
    static Stream<String> moved(Statement statement, String... kind) {
        return altered(statement, kind)
                .filter(altered -> isStorage(altered.action()))
                .map(Altered::name);
    }

    /** The view whose query runs again while its readers wait. */
    static Optional<String> refreshed(Statement statement) {
        TokenReader reader = statement.reader();
        return reader.take("REFRESH", "MATERIALIZED", "VIEW") && !reader.take("CONCURRENTLY")
                ? reader.takeQualifiedName()
                : Optional.empty();
    }

    /** The tables that LOCK keeps from readers or writers. */
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

    /** The tables that TRUNCATE names. */
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
