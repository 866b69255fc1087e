package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.DecimalText;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TableRefused.TableProblem;
import derrick.domain.sensor.exchange.table.TimeFormDetector.CellKind;
import derrick.domain.time.CalendarOrder;
import derrick.domain.time.ParsedTime;
import derrick.domain.time.TimeForm;
import derrick.domain.time.TimePattern;
import derrick.domain.time.ZoneNames;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the column of times of a table, or the columns of dates and of times of day, and the form of their values. A
 * form is taken only if no other form reads the times of the first rows.
 */
final class TimeColumnFinder {
    private final List<ColumnHeader> headers;
    private final List<TableLine> rows;
    private final TableOptions options;
    private final List<TableProblem> problems;
    private final Map<Integer, TimeFormDetector> detected = new HashMap<>();

    TimeColumnFinder(
            List<ColumnHeader> headers, List<TableLine> rows, TableOptions options, List<TableProblem> problems) {
        this.headers = headers;
        this.rows = rows;
        this.options = options;
        this.problems = problems;
    }

    /**
     * Chooses among the columns with a name of times, in the order of their rank.
     *
     * @param mapped the columns that the options map to the time
     * @param known the columns with a known name of times
     * @param unmapped the columns that are mapped to nothing else
     * @param depth the column that is mapped to the depth
     */
    Optional<TimeReader> choose(
            List<Integer> mapped, List<Integer> known, List<Integer> unmapped, Optional<Integer> depth) {
        if (options.start().isPresent()) {
            first(unmapped, index -> detected(index).kind().isTime())
                    .ifPresent(index ->
                            problems.add(TimeProblemMessages.startBesideTimes(headers.get(index), detected(index))));
            return Optional.empty();
        }
        List<Integer> named = mapped.isEmpty() ? known : mapped;
        Optional<Integer> clock = first(mapped, CellKind.CLOCK).or(() -> first(known, CellKind.CLOCK));
        Optional<Integer> full = first(
                named,
                index -> detected(index).kind() == CellKind.DATE_AND_CLOCK
                        && !(detected(index).isAtMidnight() && (clock.isPresent() || hasClock(unmapped))));
        if (full.isPresent()) {
            return reader(full.get(), Optional.empty());
        }
        Optional<Integer> date = first(mapped, this::isDate)
                .or(() -> mapped.isEmpty() || isMapped(mapped, clock) ? first(known, this::isDate) : Optional.empty());
        if (date.isPresent() && clock.isPresent()) {
            return reader(date.get(), clock);
        }
        Optional<TimeReader> spelled = spelledOverTwo(named);
        if (spelled.isPresent()) {
            return spelled;
        }
        Optional<Integer> empty = first(named, CellKind.EMPTY);
        if (empty.isPresent() && date.isEmpty() && clock.isEmpty()) {
            TimeForm form = options.layout().times().orElse(CalendarOrder.YEAR_FIRST);
            return Optional.of(new TimeReader(empty.get(), Optional.empty(), form, zone(empty.get())));
        }
        problems.add(missing(named, unmapped, depth, date, clock));
        return Optional.empty();
    }

    /** Returns two columns that the pattern in the options reads together. */
    private Optional<TimeReader> spelledOverTwo(List<Integer> named) {
        return options.layout()
                .times()
                .filter(TimePattern.class::isInstance)
                .flatMap(form -> named.stream()
                        .flatMap(first -> named.stream()
                                .filter(second -> !second.equals(first))
                                .map(second -> new TimeReader(first, Optional.of(second), form, zone(first))))
                        .filter(reader -> rows.stream()
                                .anyMatch(row -> reader.find(row.fields()).isPresent()))
                        .findFirst()
                        .map(reader -> {
                            requireZone(reader, reader.column());
                            return reader;
                        }));
    }

    private boolean hasClock(List<Integer> columns) {
        return columns.stream().anyMatch(index -> detected(index).kind() == CellKind.CLOCK);
    }

    private boolean isDate(int index) {
        return detected(index).kind() == CellKind.DATE || detected(index).kind() == CellKind.DATE_AND_CLOCK;
    }

    private static boolean isMapped(List<Integer> mapped, Optional<Integer> column) {
        return column.filter(mapped::contains).isPresent();
    }

    private Optional<TimeReader> reader(int index, Optional<Integer> clock) {
        TimeFormDetector times = detected(index);
        if (times.forms().isEmpty()) {
            problems.add(TimeProblemMessages.mixed(headers.get(index), times));
            return Optional.empty();
        }
        if (times.forms().size() > 1) {
            problems.add(TimeProblemMessages.ambiguous(headers.get(index), times));
        }
        TimeReader reader = new TimeReader(index, clock, times.forms().get(0), zone(index));
        int before = problems.size();
        requireZone(reader, clock.orElse(index));
        if (problems.size() == before) {
            requireReadable(reader);
        }
        return Optional.of(reader);
    }

    /** Returns the zone in the header or in the options. */
    private Optional<ZoneId> zone(int index) {
        Optional<ZoneId> inHead = new TimeHeader(headers.get(index)).zone();
        Optional<ZoneId> named = options.zone();
        if (inHead.isPresent()
                && named.isPresent()
                && !inHead.get().normalized().equals(named.get().normalized())) {
            problems.add(TimeProblemMessages.otherZone(headers.get(index), inHead.get(), named.get()));
        }
        return inHead.or(() -> named);
    }

    private void requireZone(TimeReader reader, int shown) {
        List<ParsedTime> times =
                rows.stream().flatMap(row -> reader.find(row.fields()).stream()).toList();
        boolean haveOffset = times.stream()
                .anyMatch(time -> ZoneNames.findOffset(time.zone()).isPresent());
        if (reader.zone().isEmpty() && !times.isEmpty() && !haveOffset) {
            boolean abbreviated = times.stream().noneMatch(time -> time.zone().isEmpty());
            problems.add(TimeProblemMessages.noOffset(
                    headers.get(shown), detected(shown).example(), abbreviated));
        }
    }

    /** Reports times that cannot be stored, once instead of for each row. */
    private void requireReadable(TimeReader reader) {
        Optional<TableProblem> first = Optional.empty();
        for (TableLine row : rows) {
            List<String> cells = row.fields();
            if (reader.find(cells).isEmpty()) {
                continue;
            }
            try {
                SensorRecord.requireTime(reader.read(cells));
                return;
            } catch (IllegalArgumentException wrong) {
                first = first.or(() -> Optional.of(TimeProblemMessages.unreadable(
                        headers.get(reader.column()),
                        cells.get(reader.column()).strip(),
                        String.valueOf(wrong.getMessage()))));
            }
        }
        first.ifPresent(problems::add);
    }

    private TableProblem missing(
            List<Integer> named,
            List<Integer> unmapped,
            Optional<Integer> depth,
            Optional<Integer> date,
            Optional<Integer> clock) {
        CellKind sought =
                clock.isPresent() ? CellKind.DATE : date.isPresent() ? CellKind.CLOCK : CellKind.DATE_AND_CLOCK;
        List<Remedy> remedies = new ArrayList<>();
        for (int index : unmapped) {
            CellKind kind = detected(index).kind();
            if (!named.contains(index) && (kind == sought || kind == CellKind.DATE_AND_CLOCK)) {
                String header = headers.get(index).text();
                remedies.add(
                        Remedy.when("if '%s' holds them".formatted(header), "--map", header + "=" + FieldName.TIME));
            }
        }
        if (clock.isPresent()) {
            return TimeProblemMessages.clockAlone(headers.get(clock.get()), detected(clock.get()), remedies);
        }
        if (date.isPresent()) {
            return TimeProblemMessages.dateAlone(headers.get(date.get()), detected(date.get()), remedies);
        }
        boolean hasTimes =
                unmapped.stream().anyMatch(index -> detected(index).kind().isTime());
        if (depth.isPresent() && !hasTimes && grows(depth.get()) && named.isEmpty()) {
            return TimeProblemMessages.byDepth(headers.get(depth.get()));
        }
        return named.isEmpty()
                ? TimeProblemMessages.noColumn(headers, remedies)
                : TimeProblemMessages.noTimes(
                        headers.get(named.get(0)), detected(named.get(0)), options.layout(), remedies);
    }

    /** Whether most rows are deeper than the row before. */
    private boolean grows(int depth) {
        List<Double> depths = detected(depth).values().stream()
                .flatMap(value -> number(value).stream())
                .toList();
        long steps = IntStream.range(1, depths.size())
                .filter(i -> depths.get(i) > depths.get(i - 1))
                .count();
        return 2 * steps >= depths.size() - 1;
    }

    private static Optional<Double> number(String value) {
        try {
            return Optional.of(DecimalText.parse(value.replace(',', '.')));
        } catch (IllegalArgumentException gap) {
            return Optional.empty();
        }
    }

    private Optional<Integer> first(List<Integer> columns, CellKind kind) {
        return first(columns, index -> detected(index).kind() == kind);
    }

    private static Optional<Integer> first(List<Integer> columns, Predicate<Integer> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    private TimeFormDetector detected(int index) {
        return detected.computeIfAbsent(index, column -> {
            List<String> values = rows.stream()
                    .filter(row -> row.fields().size() > column)
                    .map(row -> row.fields().get(column).strip())
                    .filter(cell -> !options.nulls().isWord(cell))
                    .toList();
            return TimeFormDetector.of(
                    values, options.layout().times().or(() -> new TimeHeader(headers.get(column)).order()));
        });
    }
}
