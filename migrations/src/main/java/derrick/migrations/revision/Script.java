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

/** An SQL file of a revision. */
public final class Script {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final String path;
    private final String text;
    private final Supplier<List<Script>> context;
    private volatile Optional<SqlScript> parsed = Optional.empty();

    /**
     * @param file the file name, without its folder
     * @param path the path, for messages
     * @param text the content; a byte order mark is removed
     */
    public Script(String file, String path, String text) {
        this(file, path, text, List::of);
    }

    /** @param context supplies the scripts that create the procedures this one may call */
    private Script(String file, String path, String text, Supplier<List<Script>> context) {
        this.file = file;
        this.path = path;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.context = context;
    }

    /** Returns the same script with others whose procedures it may call. */
    public Script withContext(Supplier<List<Script>> others) {
        return new Script(file, path, text, others);
    }

    /** Returns the file name, without its folder. */
    public String file() {
        return file;
    }

    /** Returns the path, for messages. */
    public String path() {
        return path;
    }

    /** Returns the content without a byte order mark. */
    public String text() {
        return text;
    }

    /** Returns the checksum that Flyway computes, which is independent of line endings. */
    public int checksum() {
        CRC32 crc = new CRC32();
        text.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).forEach(crc::update);
        return (int) crc.getValue();
    }

    /**
     * Returns the statements.
     *
     * @throws MalformedRevisions if a quote or comment is not closed, or a directive is misplaced
     */
    public List<Statement> statements() {
        return parsed().statements();
    }

    private SqlScript parsed() {
        SqlScript script = parsed.orElseGet(this::parse);
        parsed = Optional.of(script);
        return script;
    }

    private SqlScript parse() {
        try {
            return SqlScript.parse(text);
        } catch (MalformedScript malformed) {
            throw MalformedRevisions.at(this, malformed.line(), malformed.reason());
        }
    }

    /** True if it can run in a transaction; throws as {@link #statements} does. */
    public boolean isTransactional() {
        return outsideTransactionLine().isEmpty();
    }

    /**
     * Returns the first line that cannot run in a transaction: a directive, a statement that PostgreSQL rejects there,
     * or a call of a procedure that commits. Throws as {@link #statements} does.
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

    /** True if a failure of the statement leaves nothing behind. A called procedure may have committed before. */
    public boolean isAtomic(Statement statement) {
        return isTransactional()
                || (Transactionality.of(statement) == Transactionality.TRANSACTIONAL
                        && Procedures.calledBy(statement).isEmpty());
    }
}
