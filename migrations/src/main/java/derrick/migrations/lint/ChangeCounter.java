package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.CreateIndex;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.Drop;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Guesses how many changes a file makes. Statements belong together if one names what the other is about: a table and
 * its index, a table and another that refers to it, a type and the column that has it. Beside that, adding something
 * new and dropping something old are two changes, since between them programs change over.
 */
final class ChangeCounter {
    private final List<StatementContext> sites;

    ChangeCounter(List<StatementContext> sites) {
        this.sites = sites;
    }

    /** The line on which the second change begins; none if there is only one. */
    IntStream second() {
        return Stream.concat(unrelated().stream(), replacing().stream())
                .mapToInt(Statement::line)
                .sorted()
                .limit(1);
    }

    /** The first statement that is about something else than the first of all. */
    private Optional<Statement> unrelated() {
        List<Statement> about = sites.stream()
                .map(StatementContext::statement)
                .filter(statement -> subject(statement).isPresent())
                .toList();
        if (about.isEmpty()) {
            return Optional.empty();
        }
        Set<String> subjects =
                about.stream().flatMap(statement -> subject(statement).stream()).collect(Collectors.toSet());
        Set<String> related = new HashSet<>(subjectsNamed(about.get(0), subjects));
        List<Statement> others = about;
        int before;
        do {
            before = others.size();
            others = others.stream()
                    .filter(statement -> !joins(subjectsNamed(statement, subjects), related))
                    .toList();
        } while (others.size() < before);
        return others.stream().findFirst();
    }

    private static boolean joins(Set<String> named, Set<String> related) {
        boolean joins = named.stream().anyMatch(related::contains);
        if (joins) {
            related.addAll(named);
        }
        return joins;
    }

    /** Those subjects that a statement names. */
    private static Set<String> subjectsNamed(Statement statement, Set<String> subjects) {
        return statement.tokens().stream()
                .filter(Token::isName)
                .map(Token::name)
                .filter(subjects::contains)
                .collect(Collectors.toSet());
    }

    /** What a statement is about, without its schema; empty if it defines nothing. */
    private static Optional<String> subject(Statement statement) {
        Optional<String> table = Stream.of(
                        CreateTable.of(statement).map(CreateTable::table),
                        CreateIndex.of(statement).map(CreateIndex::table),
                        AlterTable.of(statement).map(AlterTable::table))
                .flatMap(Optional::stream)
                .findFirst();
        return table.or(() -> other(statement)).map(name -> name.substring(name.lastIndexOf('.') + 1));
    }

    private static Optional<String> other(Statement statement) {
        TokenReader reader = statement.reader();
        if (!reader.takeAny("CREATE", "ALTER", "DROP")) {
            return Optional.empty();
        }
        reader.take("OR", "REPLACE");
        reader.take("MATERIALIZED");
        if (reader.takeAny("TRIGGER", "POLICY")) {
            return statement.phrase().after("ON").reader().takeQualifiedName();
        }
        if (!reader.takeAny("TABLE", "VIEW", "TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "SEQUENCE")) {
            return Optional.empty();
        }
        if (!reader.take("IF", "NOT", "EXISTS")) {
            reader.take("IF", "EXISTS");
        }
        return reader.takeQualifiedName();
    }

    /** The first statement that drops something old, if something new comes as well. */
    private Optional<Statement> replacing() {
        boolean adds = sites.stream()
                .anyMatch(site -> CreateTable.of(site.statement()).isPresent()
                        || site.actions()
                                .anyMatch(
                                        action -> action.action().addedColumn().isPresent()));
        return adds
                ? sites.stream()
                        .filter(ChangeCounter::dropsOld)
                        .map(StatementContext::statement)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean dropsOld(StatementContext site) {
        return Drop.of(site.statement(), "TABLE").stream()
                        .flatMap(drop -> drop.names().stream())
                        .anyMatch(name -> !site.schema().wasMade(name))
                || site.actions()
                        .anyMatch(action -> action.action().droppedColumn().stream()
                                .anyMatch(column -> !site.schema().wasMade(action.table() + "." + column)));
    }
}
