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

/** Rules about a revision as a whole: its downgrade script and the number of changes. */
final class RevisionRules {
    static final List<Rule> ALL = List.of(
            Rule.ofFile(
                    "missing-undo",
                    "a V file without its U file",
                    "this revision cannot be downgraded",
                    "write a U file with the same number and name in the same folder",
                    file -> file.upgrade() && !file.hasDowngrade() ? IntStream.of(1) : IntStream.empty()),
            Rule.ofFile(
                    "several-changes",
                    "unrelated objects in one V file, or an object added and an old one dropped",
                    "several changes in one file can only be applied and reverted together",
                    "move each change to a V file of its own",
                    file -> file.upgrade()
                            ? new ChangeCounter(file.contexts()).secondChangeLine()
                            : IntStream.empty()));

    private RevisionRules() {}

    /**
     * Estimates whether a file makes more than one change. Statements are one change if one of them names the object of
     * the other, such as a table and its index. Adding an object and dropping an old one are two changes, because
     * programs have to be deployed between them.
     */
    private static final class ChangeCounter {
        private final List<StatementContext> contexts;

        ChangeCounter(List<StatementContext> contexts) {
            this.contexts = contexts;
        }

        /** Returns the line on which the second change begins; empty if there is only one. */
        IntStream secondChangeLine() {
            return Stream.concat(firstUnrelated().stream(), dropWithAddition().stream())
                    .mapToInt(Statement::line)
                    .sorted()
                    .limit(1);
        }

        /** Returns the first statement whose object is unrelated to that of the first statement. */
        private Optional<Statement> firstUnrelated() {
            List<Statement> about = contexts.stream()
                    .map(StatementContext::statement)
                    .filter(statement -> subject(statement).isPresent())
                    .toList();
            if (about.isEmpty()) {
                return Optional.empty();
            }
            Set<String> subjects = about.stream()
                    .flatMap(statement -> subject(statement).stream())
                    .collect(Collectors.toSet());
            Set<String> related = new HashSet<>(subjectsNamed(about.get(0), subjects));
            List<Statement> others = about;
            int before;
            do {
                before = others.size();
                others = others.stream()
                        .filter(statement -> !isRelated(subjectsNamed(statement, subjects), related))
                        .toList();
            } while (others.size() < before);
            return others.stream().findFirst();
        }

        private static boolean isRelated(Set<String> named, Set<String> related) {
            boolean isRelated = named.stream().anyMatch(related::contains);
            if (isRelated) {
                related.addAll(named);
            }
            return isRelated;
        }

        /** Returns the subjects that a statement names. */
        private static Set<String> subjectsNamed(Statement statement, Set<String> subjects) {
            return statement.tokens().stream()
                    .filter(Token::isName)
                    .map(Token::name)
                    .filter(subjects::contains)
                    .collect(Collectors.toSet());
        }

        /** Returns the name, without schema, of the object that a statement defines; empty if it defines none. */
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
                return statement.words().after("ON").reader().takeQualifiedName();
            }
            if (!reader.takeAny("TABLE", "VIEW", "TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "SEQUENCE")) {
                return Optional.empty();
            }
            if (!reader.take("IF", "NOT", "EXISTS")) {
                reader.take("IF", "EXISTS");
            }
            return reader.takeQualifiedName();
        }

        /** Returns the first statement that drops an old table or column, if the file also adds one. */
        private Optional<Statement> dropWithAddition() {
            boolean adds = contexts.stream()
                    .anyMatch(context -> CreateTable.of(context.statement()).isPresent()
                            || context.actions()
                                    .anyMatch(action ->
                                            action.action().addedColumn().isPresent()));
            return adds
                    ? contexts.stream()
                            .filter(ChangeCounter::dropsOld)
                            .map(StatementContext::statement)
                            .findFirst()
                    : Optional.empty();
        }

        private static boolean dropsOld(StatementContext context) {
            return Drop.of(context.statement(), "TABLE").stream()
                            .flatMap(drop -> drop.names().stream())
                            .anyMatch(name -> !context.schema().isFromRevision(name))
                    || context.actions()
                            .anyMatch(action -> action.action().droppedColumn().stream()
                                    .anyMatch(
                                            column -> !context.schema().isFromRevision(action.table() + "." + column)));
        }
    }
}
