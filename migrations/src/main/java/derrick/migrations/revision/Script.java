package derrick.migrations.revision;

import derrick.migrations.sql.MalformedScript;
import derrick.migrations.sql.Procedures;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Transactionality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** One SQL file of a revision. */
public final class Script {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final String path;
    private final String text;
    private final Supplier<List<Script>> context;
    private volatile Optional<SqlScript> parsed = Optional.empty();

    /**
     * @param file its name, without a folder
     * @param path where a person finds it
     * @param text what it says; the byte order mark that some editors put before it is taken away
     */
    public Script(String file, String path, String text) {
        this(file, path, text, List::of);
    }

    /** @param context gives the scripts that create the procedures which this one may call */
    private Script(String file, String path, String text, Supplier<List<Script>> context) {
        this.file = file;
        this.path = path;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.context = context;
    }

    /** The same, which may call procedures that other scripts create. */
    public Script after(Supplier<List<Script>> others) {
        return new Script(file, path, text, others);
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
     * @throws MalformedRevisions if a quote or a comment never ends, or a directive is misplaced
     */
    public List<Statement> statements() {
        return parsed().statements();
    }

    private SqlScript parsed() {
        SqlScript known = parsed.orElseGet(this::parse);
        parsed = Optional.of(known);
        return known;
    }

    private SqlScript parse() {
        try {
            return SqlScript.parse(text);
        } catch (MalformedScript malformed) {
            throw MalformedRevisions.at(this, malformed.line(), malformed.reason());
        }
    }

    /** Whether all of it can run in one transaction; throws as {@link #statements} does. */
    public boolean isTransactional() {
        return outsideTransactionLine().isEmpty();
    }

    /**
     * The line that keeps it out of a transaction: its directive, a statement that the server refuses there, or a call
     * of a procedure that commits. Throws as {@link #statements} does.
     */
    public OptionalInt outsideTransactionLine() {
        OptionalInt directive = parsed().outsideTransactionLine();
        return directive.isPresent()
                ? directive
                : statements().stream()
                        .filter(statement -> Transactionality.of(statement) == Transactionality.NON_TRANSACTIONAL
                                || commitsByCall(statement))
                        .mapToInt(Statement::line)
                        .findFirst();
    }

    private boolean commitsByCall(Statement statement) {
        Set<String> called = Procedures.calledBy(statement);
        return !called.isEmpty()
                && Procedures.committing(Stream.concat(context.get().stream(), Stream.of(this))
                                .flatMap(script -> script.statements().stream())
                                .toList())
                        .stream()
                        .anyMatch(called::contains);
    }

    /** Whether a statement of it leaves nothing behind when it fails; a call may have committed before. */
    public boolean isAtomic(Statement statement) {
        return isTransactional()
                || (Transactionality.of(statement) == Transactionality.TRANSACTIONAL
                        && Procedures.calledBy(statement).isEmpty());
    }
}
