package derrick.migrations.revision;

import derrick.migrations.sql.MalformedScript;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Transactionality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One SQL file of a revision.
 *
 * @param file its name, without a folder
 * @param path where a person finds it
 */
public record Script(String file, String path, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Takes away the byte order mark that some editors put before the text. */
    public Script {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
    }

    /** A checksum equal to the one that Flyway keeps of the file; line endings do not change it. */
    public int checksum() {
        CRC32 crc = new CRC32();
        text.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).forEach(crc::update);
        return (int) crc.getValue();
    }

    /**
     * Its statements.
     *
     * @throws MalformedRevisions if a quote or a comment never ends
     */
    public List<Statement> statements() {
        try {
            return SqlScript.parse(text).statements();
        } catch (MalformedScript malformed) {
            throw MalformedRevisions.at(this, malformed.line(), malformed.reason());
        }
    }

    /** Whether all of it can run in one transaction; throws as {@link #statements} does. */
    public boolean isTransactional() {
        return Transactionality.of(statements()) == Transactionality.TRANSACTIONAL;
    }
}
