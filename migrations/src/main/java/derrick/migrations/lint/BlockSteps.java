package derrick.migrations.lint;

import derrick.migrations.sql.DoBlock;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a block of DO does, as far as its text shows it: what it puts together at run time stays unseen. */
final class BlockSteps {
    private static final Set<String> BEFORE_A_STEP = Set.of("BEGIN", "THEN", "LOOP", "ELSE");
    private static final Set<String> VERBS = Set.of(
            "ALTER",
            "CLUSTER",
            "CREATE",
            "DELETE",
            "DROP",
            "INSERT",
            "LOCK",
            "MERGE",
            "REFRESH",
            "REINDEX",
            "SET",
            "TRUNCATE",
            "UPDATE",
            "WITH");

    private BlockSteps() {}

    /** The statements of SQL inside a block, in the order of the text; none if the statement is no block. */
    static List<Statement> of(Statement statement) {
        return statement.reader().take("DO") ? inside(statement).toList() : List.of();
    }

    private static Stream<Statement> inside(Statement statement) {
        return new DoBlock(statement).statements().stream().flatMap(BlockSteps::steps);
    }

    /** A block's statements stand behind words of its own. */
    private static Stream<Statement> steps(Statement inside) {
        List<Token> tokens = inside.tokens();
        return IntStream.range(0, tokens.size())
                .filter(at ->
                        at == 0 || BEFORE_A_STEP.contains(tokens.get(at - 1).keyword()))
                .mapToObj(at -> from(inside, at))
                .flatMap(step -> step.reader().take("EXECUTE")
                        ? inside(step)
                        : Stream.of(step)
                                .filter(known ->
                                        VERBS.contains(known.tokens().get(0).keyword())));
    }

    private static Statement from(Statement inside, int at) {
        List<Token> tokens = inside.tokens().subList(at, inside.tokens().size());
        return new Statement(inside.text(), tokens.get(0).line(), tokens, List.of(), Optional.empty());
    }
}
