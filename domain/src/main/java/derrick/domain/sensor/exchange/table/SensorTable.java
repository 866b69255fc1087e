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

/** The rows of a table with a known column mapping, which can be read once. */
public final class SensorTable implements DocumentRows {
    /** The number of lines from which the column mapping is determined. */
    private static final int FIRST_LINES = 2000;

    private final ColumnMapping mapping;
    private final long headerLine;
    private final ChannelValueReader numbers;
    private final RowParser reading;
    private final Deque<TableLine> firstLines;
    private final Iterator<TableLine> lines;

    private SensorTable(
            ColumnMapping mapping,
            long headerLine,
            ChannelValueReader numbers,
            TableOptions options,
            Deque<TableLine> firstLines,
            Iterator<TableLine> lines) {
        this.mapping = mapping;
        this.headerLine = headerLine;
        this.numbers = numbers;
        this.reading = new RowParser(mapping, numbers, options);
        this.firstLines = firstLines;
        this.lines = lines;
    }

    /**
     * Reads the header and maps the columns.
     *
     * @param lines the lines of the table without empty ones
     * @throws TableRefused if the columns cannot be mapped
     * @throws MalformedDocument if the table is empty
     */
    public static SensorTable open(Iterator<TableLine> lines, TableOptions options) {
        Deque<TableLine> firstLines = new ArrayDeque<>();
        while (firstLines.size() < FIRST_LINES && lines.hasNext()) {
            firstLines.add(lines.next());
        }
        TableLine header = takeHeader(firstLines, options);
        List<ColumnHeader> headers = UnitRowFinder.read(requirePrintable(header), firstLines, options);
        options.start().ifPresent(SensorTable::requireStart);
        ColumnMapping mapping = ColumnMapper.mapping(headers, List.copyOf(firstLines), options);
        ChannelValueReader numbers = new ChannelValueReader(options.nulls(), mapping.decimalComma());
        return new SensorTable(mapping, header.number(), numbers, options, firstLines, lines);
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

    /** Returns the mapping of the columns. */
    public ColumnMapping mapping() {
        return mapping;
    }

    /** Returns the gaps in columns that are mapped to channels; an empty cell is counted as {@code empty}. */
    @Override
    public Map<String, Long> gaps() {
        return numbers.gaps().gaps();
    }

    @Override
    public Map<String, Long> suspects() {
        return numbers.gaps().suspects();
    }

    /** Returns the number of the header line. */
    public long headerLine() {
        return headerLine;
    }

    /** Whether a column names the well of a row, so that later rows may be of another well. */
    public boolean hasWellColumn() {
        return reading.hasWellColumn();
    }

    /**
     * Reads all rows only to check that they are of one well.
     *
     * @throws TableRefused if they are of several wells
     */
    public void requireOneWell() {
        reading.requireOneWell(firstLines.iterator());
        reading.requireOneWell(lines);
    }

    @Override
    public void readAll(RowHandler handler) {
        while (!firstLines.isEmpty()) {
            reading.read(firstLines.remove(), handler);
        }
        while (lines.hasNext()) {
            reading.read(lines.next(), handler);
        }
    }

    /** Refuses control characters in a header, since headers are printed. */
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
