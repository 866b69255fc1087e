package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that lint looks for.
 *
 * @param id its name, which findings and allowances carry
 * @param finds what it looks for
 * @param why what would happen
 * @param cure what to write instead
 * @param ofFile whether it is about the file as a whole
 * @param search the lines of a file on which it finds something
 */
public record Rule(
        String id, String finds, String why, String cure, boolean ofFile, Function<LintedFile, IntStream> search) {
    /** A rule about single statements, which finds tokens. */
    static Rule ofStatement(
            String id, String finds, String why, String cure, Function<StatementContext, Stream<Token>> search) {
        return new Rule(
                id,
                finds,
                why,
                cure,
                false,
                file -> file.sites().stream().flatMap(search).mapToInt(Token::line));
    }

    /** A rule about a file as a whole, which finds lines. */
    static Rule ofFile(String id, String finds, String why, String cure, Function<LintedFile, IntStream> search) {
        return new Rule(id, finds, why, cure, true, search);
    }

    Finding finding(String file, int line) {
        return new Finding(file, line, id, why, cure);
    }
}
