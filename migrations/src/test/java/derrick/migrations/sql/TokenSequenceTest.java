package derrick.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TokenSequenceTest {
    @Test
    void keywordsAreFoundInAnyCaseAndOutsideParenthesesOnly() {
        TokenSequence statement = words("create table a (b int check (b is not null)) partition by range (b)");

        assertThat(statement.starts("CREATE", "TABLE")).isTrue();
        assertThat(statement.starts("TABLE")).isFalse();
        assertThat(statement.has("PARTITION", "BY")).isTrue();
        assertThat(statement.has("NOT", "NULL")).isFalse();
        assertThat(statement.has("PARTITION", "RANGE")).isFalse();
    }

    @Test
    void quotedNamesAndStringsAreNoKeywords() {
        TokenSequence statement = words("SELECT \"FROM\", 'FROM'");

        assertThat(statement.has("FROM")).isFalse();
    }

    @Test
    void theTokensAfterKeywordsAreAllThatFollow() {
        assertThat(text(words("RENAME COLUMN a TO b, c").after("TO"))).isEqualTo("b , c");
        assertThat(words("RENAME COLUMN a").after("TO").tokens()).isEmpty();
        assertThat(words("RENAME TO").after("RENAME", "TO").tokens()).isEmpty();
    }

    @Test
    void commasInsideParenthesesAndBracketsDoNotSplit() {
        assertThat(words("a numeric(8, 2), b text[1, 2], c").parts())
                .extracting(TokenSequenceTest::text)
                .containsExactly("a numeric ( 8 , 2 )", "b text [ 1 , 2 ]", "c");
        assertThat(new TokenSequence(List.of()).parts()).isEmpty();
    }

    @Test
    void aCommaAtTheEndAddsNoPart() {
        assertThat(words("a, b,").parts()).hasSize(2);
    }

    @Test
    void aReaderThatDoesNotMatchStaysWhereItIs() {
        TokenReader reader = words("DROP COLUMN a").reader();

        assertThat(reader.take("DROP", "CONSTRAINT")).isFalse();
        assertThat(reader.take("DROP")).isTrue();
        assertThat(reader.takeAny("CONSTRAINT", "COLUMN")).isTrue();
        assertThat(reader.takeName()).hasValue("a");
        assertThat(reader.takeName()).isEmpty();
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void qualifiedNamesAreFoldedAndUnquotedAndOmitTheSchemaPublic() {
        assertThat(words("Public.Wells").reader().takeQualifiedName()).hasValue("wells");
        assertThat(words("\"Other Co\".Wells").reader().takeQualifiedName()).hasValue("Other Co.wells");
        assertThat(words("'wells'").reader().takeQualifiedName()).isEmpty();
    }

    @Test
    void aParenthesizedGroupIsTakenWithNestedOnes() {
        TokenReader reader = words("(a, (b)) c").reader();

        assertThat(reader.takeParenthesized()).map(TokenSequenceTest::text).hasValue("a , ( b )");
        assertThat(reader.takeName()).hasValue("c");
        assertThat(words("c").reader().takeParenthesized()).isEmpty();
    }

    private static TokenSequence words(String sql) {
        return SqlScript.parse(sql).statements().get(0).words();
    }

    private static String text(TokenSequence sequence) {
        return sequence.tokens().stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
