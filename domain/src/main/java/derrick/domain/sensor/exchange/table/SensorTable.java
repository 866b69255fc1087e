package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.sensor.exchange.MalformedDocument;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table whose columns are settled and whose rows are ready to be read, once. */
public final class SensorTable implements DocumentRows {
    /** So many lines are looked at before it is said what the columns hold. */
    private static final int LINES_LOOKED_AT = 2000;

    private final ColumnMapping plan;
    private final long headerLine;
    private final ChannelValueReader numbers;
    private final RowParser reading;
    private final Deque<TableLine> lookedAt;
    private final Iterator<TableLine> lines;

    private SensorTable(
            ColumnMapping plan,
            long headerLine,
            ChannelValueReader numbers,
            TableOptions options,
            Deque<TableLine> lookedAt,
            Iterator<TableLine> lines) {
        this.plan = plan;
        this.headerLine = headerLine;
        this.numbers = numbers;
        this.reading = new RowParser(plan, numbers, options);
        this.lookedAt = lookedAt;
        this.lines = lines;
    }

    /**
     * Reads what stands above the rows.
     *
     * @param lines all lines of the table that are not empty
     * @throws TableRefused if it cannot be settled what the columns mean
     * @throws MalformedDocument if there is no line
     */
    public static SensorTable open(Iterator<TableLine> lines, TableOptions options) {
        Deque<TableLine> lookedAt = new ArrayDeque<>();
        while (lookedAt.size() < LINES_LOOKED_AT && lines.hasNext()) {
            lookedAt.add(lines.next());
        }
        TableLine header = takeHeader(lookedAt, options);
        List<ColumnHeader> heads = UnitRowFinder.read(requirePrintable(header), lookedAt, options);
        options.start().ifPresent(SensorTable::requireStart);
        ColumnMapping plan = ColumnMapper.plan(heads, List.copyOf(lookedAt), options);
        ChannelValueReader numbers = new ChannelValueReader(options.nulls(), plan.decimalComma());
        return new SensorTable(plan, header.number(), numbers, options, lookedAt, lines);
    }

    private static TableLine takeHeader(Deque<TableLine> lines, TableOptions options) {
        if (lines.isEmpty()) {
            throw new MalformedDocument(1, "", "is empty; the first line must name the columns");
        }
        List<TableLine> first = List.copyOf(lines);
        HeaderLineFinder.requireNoBlanksBetween(first, options);
        Optional<Long> said = options.layout().headerLine();
        int above = HeaderLineFinder.find(first, options);
        while (said.isPresent() ? !lines.isEmpty() && lines.element().number() < said.get() : above-- > 0) {
            lines.remove();
        }
        if (lines.isEmpty() || (said.isPresent() && lines.element().number() != said.get())) {
            throw new TableRefused("line %d holds nothing; say with --header-line which line names the columns"
                    .formatted(said.orElseThrow()));
        }
        return lines.remove();
    }

    /** What becomes of each column. */
    public ColumnMapping plan() {
        return plan;
    }

    /** Empty cells are counted as {@code empty}; only those of kept channels count. */
    @Override
    public Map<String, Long> gaps() {
        return numbers.gaps().gaps();
    }

    @Override
    public Map<String, Long> suspects() {
        return numbers.gaps().suspects();
    }

    /** The line that names the columns. */
    public long headerLine() {
        return headerLine;
    }

    /** Whether a column says which well's a row is, and more wells may come than the first rows name. */
    public boolean namesWell() {
        return reading.namesWell();
    }

    /**
     * Reads the rows to see whether they are of one well, instead of handing them on.
     *
     * @throws TableRefused if they are of several
     */
    public void requireOneWell() {
        reading.requireOneWell(lookedAt.iterator());
        reading.requireOneWell(lines);
    }

    @Override
    public void readAll(RowHandler handler) {
        while (!lookedAt.isEmpty()) {
            reading.read(lookedAt.remove(), handler);
        }
        while (lines.hasNext()) {
            reading.read(lines.next(), handler);
        }
    }

    /** What stands in a header is shown to people, so it must be text indeed. */
    private static List<String> requirePrintable(TableLine header) {
        List<String> names =
                header.fields().stream().map(HeaderLineFinder::name).toList();
        if (!names.stream().allMatch(SensorTable::isPrintable)) {
            throw new MalformedDocument(
                    header.number(), "", "must name the columns of a table, but holds control characters");
        }
        return names;
    }

    private static boolean isPrintable(String cell) {
        return cell.strip().chars().noneMatch(Character::isISOControl);
    }

    private static void requireStart(Instant start) {
        try {
            SensorRecord.requireTime(start);
        } catch (IllegalArgumentException wrong) {
            throw new TableRefused("the start time " + wrong.getMessage());
        }
    }
}
