package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Dimension;
import derrick.domain.quantity.Unit;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the row of units below the header: the first or second row, since a row of longer names may come before or
 * after it. A row with a time or a number is data. A row without either, and with words in a channel's column, is not.
 */
final class UnitRowFinder {
    private static final int MOST_ROWS = 2;

    /** The unit of a dimensionless quantity; any other number is data. */
    private static final String ONE = "1";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,][\\d.,\\s]*([eE][+-]?\\d+)?");

    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("[+-]?[\\d.,]+\\s*([^\\d\\s.,].*)");

    private static final Pattern DATE_OR_CLOCK =
            Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|(?<![+-]|[+-]\\d)\\d{1,2}:\\d{2}"
                    + "|\\d{1,2}[-/ .](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

    /** A cell of a drawn line. */
    private static final Pattern LINE = Pattern.compile("[-=_.]+");

    private static final Set<String> TEXT_FIELDS = Set.of(FieldName.RIG, FieldName.STATUS, FieldName.TIME_SOURCE);

    private final List<ColumnHeader> headers;
    private final TableOptions options;

    private UnitRowFinder(List<ColumnHeader> headers, TableOptions options) {
        this.headers = headers;
        this.options = options;
    }

    /**
     * Returns the headers with the units below them.
     *
     * @param following the rows below the header; those that are not data are removed
     */
    static List<ColumnHeader> read(List<String> header, Deque<TableLine> following, TableOptions options) {
        List<ColumnHeader> headers = header.stream().map(ColumnHeader::parse).toList();
        UnitRowFinder rows = new UnitRowFinder(headers, options);
        List<List<String>> textRows = new ArrayList<>();
        while (textRows.size() < MOST_ROWS
                && !following.isEmpty()
                && rows.isTextRow(following.element().fields())) {
            textRows.add(rows.padded(following.remove().fields()));
        }
        return rows.unitsAmong(textRows).map(rows::over).orElse(headers);
    }

    /**
     * Checks a cell that is not a number. Concatenated logs have rows of units between their rows of data, and the
     * numbers after another unit must not be read in the old one.
     *
     * @throws TableRefused if the cell is another unit than the column's, or a header with one
     */
    static void requireSameUnit(TableColumn.Reading reading, long row, String cell) {
        Dimension dimension = reading.unit().dimension();
        Stream.concat(Stream.of(cell), ColumnHeader.parse(cell).units().stream())
                .flatMap(text -> Unit.spelled(text, dimension).stream())
                .filter(unit -> unit.dimension() == dimension && unit != reading.unit())
                .findFirst()
                .ifPresent(unit -> {
                    throw new TableRefused(
                            reading.header(),
                            "is in '%s' up to line %d, which names the unit '%s'; split the file before that line"
                                    .formatted(reading.unit().symbol(), row, unit.symbol()));
                });
    }

    /** @throws TableRefused if the first cell of a column that holds something is a number with a unit */
    static void requireBareNumber(ColumnHeader header, int index, List<TableLine> rows) {
        rows.stream()
                .filter(row -> row.fields().size() > index)
                .map(row -> row.fields().get(index).strip())
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(UnitRowFinder::hasUnit)
                .ifPresent(cell -> {
                    throw new TableRefused(
                            header.text(),
                            "cells such as '%s' hold their unit; write it into the header, and bare numbers below it"
                                    .formatted(cell));
                });
    }

    private static boolean hasUnit(String cell) {
        Matcher written = NUMBER_WITH_UNIT.matcher(cell);
        return written.matches() && Unit.spelled(written.group(1)).isPresent();
    }

    /** Returns the row with the most known units or, if there is none, a row without names of columns. */
    private Optional<List<String>> unitsAmong(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> units(row) > 0 || row.stream().noneMatch(this::isName))
                .max(Comparator.comparingLong(UnitRowFinder::units));
    }

    private List<ColumnHeader> over(List<String> units) {
        return IntStream.range(0, headers.size())
                .mapToObj(i -> headers.get(i).over(units.get(i)))
                .toList();
    }

    private static long units(List<String> row) {
        return row.stream().filter(cell -> Unit.spelled(cell).isPresent()).count();
    }

    private boolean isName(String cell) {
        return KnownColumns.find(cell).isPresent()
                || headers.stream().anyMatch(header -> header.text().equals(cell.strip()));
    }

    private boolean isTextRow(List<String> row) {
        List<String> cells = padded(row);
        return row.stream().skip(headers.size()).allMatch(String::isBlank)
                && cells.stream().noneMatch(UnitRowFinder::isData)
                && IntStream.range(0, cells.size())
                        .anyMatch(i -> isText(cells.get(i).strip(), headers.get(i)));
    }

    /** Returns the row with as many cells as the header; missing cells are empty. */
    private List<String> padded(List<String> row) {
        return IntStream.range(0, headers.size())
                .mapToObj(i -> i < row.size() ? row.get(i) : "")
                .toList();
    }

    private boolean isText(String cell, ColumnHeader header) {
        if (cell.equals(ONE) || LINE.matcher(cell).matches() || options.nulls().isWord(cell)) {
            return false;
        }
        Optional<String> target = target(header);
        return target.flatMap(Channel::named).isPresent()
                || (Unit.spelled(cell).isPresent()
                        && target.filter(TEXT_FIELDS::contains).isEmpty());
    }

    private Optional<String> target(ColumnHeader header) {
        return Optional.ofNullable(options.targets().get(header.text()))
                .or(() -> Optional.ofNullable(options.targets().get(header.name())))
                .or(() -> KnownColumns.find(header.name()).map(KnownColumns.Known::target));
    }

    private static boolean isData(String text) {
        String cell = text.strip();
        boolean number = NUMBER.matcher(cell).matches() && !cell.equals(ONE);
        return number
                || DATE_OR_CLOCK.matcher(cell.toLowerCase(Locale.ROOT)).find()
                || cell.chars().anyMatch(Character::isISOControl);
    }
}
