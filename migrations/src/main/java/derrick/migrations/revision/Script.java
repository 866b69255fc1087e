package derrick.migrations.revision;

import derrick.migrations.sql.MalformedScript;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Transactionality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** One SQL file of a revision. */
public final class Script {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final String path;
    private final String text;
    private volatile Optional<List<Statement>> statements = Optional.empty();

    /**
     * @param file its name, without a folder
     * @param path where a person finds it
     * @param text what it says; the byte order mark that some editors put before it is taken away
     */
    public Script(String file, String path, String text) {
        this.file = file;
        this.path = path;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Its name, without a folder. */
    public String file() {
        return file;
    }

    /** Where a person finds it. */
    public String path() {
        return path;
    }

    /** What it says. */
    public String text() {
        return text;
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
        List<Statement> known = statements.orElseGet(this::parsed);
        statements = Optional.of(known);
        return known;
    }

    private List<Statement> parsed() {
        try {
            return List.copyOf(SqlScript.parse(text).statements());
        } catch (MalformedScript malformed) {
            throw MalformedRevisions.at(this, malformed.line(), malformed.reason());
        }
    }

    /** Whether all of it can run in one transaction; throws as {@link #statements} does. */
    public boolean isTransactional() {
        return Transactionality.of(statements()) == Transactionality.TRANSACTIONAL;
    }
}
