package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule of lint.
 *
 * @param id the name that findings and suppressions use
 * @param finds the statements or files that it reports
 * @param why what happens in the database
 * @param fix the statement that avoids it
 * @param ofFile true if it applies to the file as a whole
 * @param search returns the lines that it reports
 */
record Rule(String id, String finds, String why, String fix, boolean ofFile, Function<LintedFile, IntStream> search) {
    /** Returns a rule that searches single statements and reports the lines of tokens. */
    static Rule ofStatement(
            String id, String finds, String why, String fix, Function<StatementContext, Stream<Token>> search) {
        return new Rule(
                id,
                finds,
                why,
                fix,
                false,
                file -> file.contexts().stream().flatMap(search).mapToInt(Token::line));
    }

    /** Returns a rule that searches the file as a whole and reports lines. */
    static Rule ofFile(String id, String finds, String why, String fix, Function<LintedFile, IntStream> search) {
        return new Rule(id, finds, why, fix, true, search);
    }

    Finding finding(String file, int line) {
        return new Finding(file, line, id, why, fix);
    }
}
