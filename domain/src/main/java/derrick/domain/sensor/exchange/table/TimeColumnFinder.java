package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.DecimalText;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.table.TableRefused.Problem;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TimeFormDetector.Kind;
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
    private final List<ColumnHeader> heads;
    private final List<TableLine> rows;
    private final TableOptions options;
    private final List<Problem> problems;
    private final Map<Integer, TimeFormDetector> evidence = new HashMap<>();

    TimeColumnFinder(List<ColumnHeader> heads, List<TableLine> rows, TableOptions options, List<Problem> problems) {
        this.heads = heads;
        this.rows = rows;
        this.options = options;
        this.problems = problems;
    }

    /**
     * Chooses among the columns with a name of times, in the order of their rank.
     *
     * @param said the columns that the options map to the time
     * @param known the columns with a known name of times
     * @param free the columns that are mapped to nothing else
     * @param depth the column that is mapped to the depth
     */
    Optional<TimeReader> choose(List<Integer> said, List<Integer> known, List<Integer> free, Optional<Integer> depth) {
        if (options.start().isPresent()) {
            first(free, index -> evidence(index).kind().isTime())
                    .ifPresent(index ->
                            problems.add(TimeProblemMessages.startBesideTimes(heads.get(index), evidence(index))));
            return Optional.empty();
        }
        List<Integer> named = said.isEmpty() ? known : said;
        Optional<Integer> clock = first(said, Kind.CLOCK).or(() -> first(known, Kind.CLOCK));
        Optional<Integer> full = first(
                named,
                index -> evidence(index).kind() == Kind.DATE_AND_CLOCK
                        && !(evidence(index).isAtMidnight() && (clock.isPresent() || hasClock(free))));
        if (full.isPresent()) {
            return reader(full.get(), Optional.empty());
        }
        Optional<Integer> date = first(said, this::isDate)
                .or(() -> said.isEmpty() || isSaid(said, clock) ? first(known, this::isDate) : Optional.empty());
        if (date.isPresent() && clock.isPresent()) {
            return reader(date.get(), clock);
        }
        Optional<TimeReader> spelled = spelledOverTwo(named);
        if (spelled.isPresent()) {
            return spelled;
        }
        Optional<Integer> empty = first(named, Kind.EMPTY);
        if (empty.isPresent() && date.isEmpty() && clock.isEmpty()) {
            TimeForm form = options.layout().times().orElse(CalendarOrder.YEAR_FIRST);
            return Optional.of(new TimeReader(empty.get(), Optional.empty(), form, zone(empty.get())));
        }
        problems.add(missing(named, free, depth, date, clock));
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
        return columns.stream().anyMatch(index -> evidence(index).kind() == Kind.CLOCK);
    }

    private boolean isDate(int index) {
        return evidence(index).kind() == Kind.DATE || evidence(index).kind() == Kind.DATE_AND_CLOCK;
    }

    private static boolean isSaid(List<Integer> said, Optional<Integer> column) {
        return column.filter(said::contains).isPresent();
    }

    private Optional<TimeReader> reader(int index, Optional<Integer> clock) {
        TimeFormDetector times = evidence(index);
        if (times.forms().isEmpty()) {
            problems.add(TimeProblemMessages.mixed(heads.get(index), times));
            return Optional.empty();
        }
        if (times.forms().size() > 1) {
            problems.add(TimeProblemMessages.ambiguous(heads.get(index), times));
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
        Optional<ZoneId> inHead = new TimeHeader(heads.get(index)).zone();
        Optional<ZoneId> named = options.zone();
        if (inHead.isPresent()
                && named.isPresent()
                && !inHead.get().normalized().equals(named.get().normalized())) {
            problems.add(TimeProblemMessages.otherZone(heads.get(index), inHead.get(), named.get()));
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
                    heads.get(shown), evidence(shown).example(), abbreviated));
        }
    }

    /** Reports times that cannot be stored, once instead of for each row. */
    private void requireReadable(TimeReader reader) {
        Optional<Problem> first = Optional.empty();
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
                        heads.get(reader.column()),
                        cells.get(reader.column()).strip(),
                        String.valueOf(wrong.getMessage()))));
            }
        }
        first.ifPresent(problems::add);
    }

    private Problem missing(
            List<Integer> named,
            List<Integer> free,
            Optional<Integer> depth,
            Optional<Integer> date,
            Optional<Integer> clock) {
        Kind sought = clock.isPresent() ? Kind.DATE : date.isPresent() ? Kind.CLOCK : Kind.DATE_AND_CLOCK;
        List<Remedy> remedies = new ArrayList<>();
        for (int index : free) {
            Kind kind = evidence(index).kind();
            if (!named.contains(index) && (kind == sought || kind == Kind.DATE_AND_CLOCK)) {
                String header = heads.get(index).header();
                remedies.add(
                        Remedy.when("if '%s' holds them".formatted(header), "--map", header + "=" + FieldName.TIME));
            }
        }
        if (clock.isPresent()) {
            return TimeProblemMessages.clockAlone(heads.get(clock.get()), evidence(clock.get()), remedies);
        }
        if (date.isPresent()) {
            return TimeProblemMessages.dateAlone(heads.get(date.get()), evidence(date.get()), remedies);
        }
        boolean hasTimes =
                free.stream().anyMatch(index -> evidence(index).kind().isTime());
        if (depth.isPresent() && !hasTimes && grows(depth.get()) && named.isEmpty()) {
            return TimeProblemMessages.byDepth(heads.get(depth.get()));
        }
        return named.isEmpty()
                ? TimeProblemMessages.noColumn(heads, remedies)
                : TimeProblemMessages.noTimes(
                        heads.get(named.get(0)), evidence(named.get(0)), options.layout(), remedies);
    }

    /** Whether most rows are deeper than the row before. */
    private boolean grows(int depth) {
        List<Double> depths = evidence(depth).values().stream()
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

    private Optional<Integer> first(List<Integer> columns, Kind kind) {
        return first(columns, index -> evidence(index).kind() == kind);
    }

    private static Optional<Integer> first(List<Integer> columns, Predicate<Integer> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    private TimeFormDetector evidence(int index) {
        return evidence.computeIfAbsent(index, column -> {
            List<String> values = rows.stream()
                    .filter(row -> row.fields().size() > column)
                    .map(row -> row.fields().get(column).strip())
                    .filter(cell -> !options.nulls().isWord(cell))
                    .toList();
            return TimeFormDetector.of(
                    values, options.layout().times().or(() -> new TimeHeader(heads.get(column)).order()));
        });
    }
}
