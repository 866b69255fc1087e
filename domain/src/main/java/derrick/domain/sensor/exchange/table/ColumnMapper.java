package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Maps the columns of a table to channels and fields, or refuses the table. */
final class ColumnMapper {
    /** Added to the rank of a column without a usable unit, so that another column of the channel is preferred. */
    private static final int WITHOUT_UNIT = 1000;

    private final List<ColumnHeader> headers;
    private final ColumnLookup lookup;
    private final List<TableLine> rows;
    private final TableOptions options;

    /** The target that each column may be mapped to, by its name or by an option. */
    private final List<Optional<KnownColumns.Known>> candidates = new ArrayList<>();

    /** The column that is mapped to each target. */
    private final Map<String, Integer> assigned = new HashMap<>();

    /** Channels whose column has a unit that does not fit, so that the column is to be left out. */
    private final Set<String> unfit = new HashSet<>();

    private final List<TableRefused.TableProblem> problems = new ArrayList<>();

    private ColumnMapper(List<ColumnHeader> headers, List<TableLine> rows, TableOptions options) {
        this.headers = headers;
        this.lookup = new ColumnLookup(headers);
        this.rows = rows;
        this.options = options;
    }

    /**
     * @param rows the first rows of the table
     * @throws TableRefused if a column cannot be mapped
     */
    static ColumnMapping mapping(List<ColumnHeader> headers, List<TableLine> rows, TableOptions options) {
        return new ColumnMapper(headers, rows, options).mapping();
    }

    private ColumnMapping mapping() {
        options.targets().keySet().forEach(name -> collectProblems(() -> lookup.requireColumn(name)));
        options.units().byColumn().keySet().forEach(name -> collectProblems(() -> lookup.requireColumn(name)));
        for (ColumnHeader header : headers) {
            candidates.add(Optional.empty());
            collectProblems(() -> candidates.set(candidates.size() - 1, candidate(header)));
        }
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            collectProblems(() -> assign(index));
        }
        Optional<TimeReader> times = chooseTimes();
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            columns.add(new TableColumn.NotKept(headers.get(i).text(), "its problem is reported"));
            collectProblems(() -> columns.set(index, withUseOfUnit(headers.get(index), column(index, times))));
        }
        boolean decimalComma = DecimalSeparator.isComma(columns, rows, options, problems);
        ColumnMapping mapping = new ColumnMapping(List.copyOf(columns), times, decimalComma);
        requireRate();
        requireChannel(mapping);
        problems.addAll(SingleWellCheck.of(mapping, options).problems(rows));
        if (!problems.isEmpty()) {
            throw new TableRefused(problems);
        }
        return mapping;
    }

    /** Runs a step and collects its problems, so that those of all steps are reported at once. */
    private void collectProblems(Runnable step) {
        try {
            step.run();
        } catch (TableRefused failure) {
            problems.addAll(failure.problems());
        }
    }

    /** Reports a table without a channel. A missing unit can be named; a unit that does not fit leaves no channel. */
    private void requireChannel(ColumnMapping mapping) {
        boolean mayHaveChannel =
                assigned.keySet().stream().anyMatch(target -> isChannel(target) && !unfit.contains(target));
        if (mapping.readings().isEmpty() && !mayHaveChannel) {
            problems.add(TableRefused.TableProblem.of(
                    "no %s is one of the platform's channels; map one with --map COLUMN=CHANNEL. %s"
                            .formatted(unfit.isEmpty() ? "column" : "other column", ColumnHeader.listed(headers))));
        }
    }

    private static boolean isChannel(String target) {
        return Channel.named(target).isPresent();
    }

    private Optional<KnownColumns.Known> candidate(ColumnHeader header) {
        Optional<String> named = lookup.find(options.targets(), header);
        if (named.isEmpty()) {
            return KnownColumns.find(header.name())
                    .filter(known -> findOtherQuantity(header, known.target()).isEmpty())
                    .map(known -> new KnownColumns.Known(
                            known.target(), known.rank() + (hasUnit(header, known.target()) ? 0 : WITHOUT_UNIT)))
                    .or(() -> new TimeHeader(header).known());
        }
        String target = named.get();
        if (target.equals(TableOptions.LEFT_OUT)) {
            return Optional.empty();
        }
        if (!FieldName.ALL.contains(target)) {
            throw new TableRefused(
                    header.text(),
                    "'%s' is not a channel. It must be '%s', or one of %s"
                            .formatted(target, TableOptions.LEFT_OUT, String.join(", ", FieldName.ALL)));
        }
        return Optional.of(new KnownColumns.Known(target, -1));
    }

    /** Returns why a column is another quantity than its name says. */
    private Optional<String> findOtherQuantity(ColumnHeader header, String target) {
        Optional<Channel> channel = Channel.named(target);
        boolean measuredDepth =
                channel.equals(Optional.of(Channel.DEPTH)) || channel.equals(Optional.of(Channel.BIT_DEPTH));
        if (measuredDepth && header.isVertical()) {
            return Optional.of("a true vertical depth, not a measured one");
        }
        if (channel.equals(Optional.of(Channel.MUD_FLOW_OUT))
                && unitOf(header, Channel.MUD_FLOW_OUT).isWrittenAsRatio()) {
            return Optional.of("'%s' does not fit %s: a paddle, not a flow"
                    .formatted(header.units().get(0), target));
        }
        return Optional.empty();
    }

    private boolean hasUnit(ColumnHeader header, String target) {
        return Channel.named(target)
                .map(channel -> unitOf(header, channel).isKnown())
                .orElse(true);
    }

    private ColumnUnit unitOf(ColumnHeader header, Channel channel) {
        return new ColumnUnit(
                header,
                channel,
                lookup.find(options.units().byColumn(), header),
                options.units().override());
    }

    /** Maps a column to its target, unless another column has a better rank. */
    private void assign(int index) {
        candidates
                .get(index)
                .filter(candidate -> !candidate.target().equals(FieldName.TIME))
                .ifPresent(candidate -> {
                    Integer current = assigned.get(candidate.target());
                    if (current == null) {
                        assigned.put(candidate.target(), index);
                        return;
                    }
                    int currentRank = candidates.get(current).orElseThrow().rank();
                    if (candidate.rank() == -1 && currentRank == -1) {
                        throw new TableRefused(
                                headers.get(index).text(),
                                "'%s' was given to column '%s' already"
                                        .formatted(
                                                candidate.target(),
                                                headers.get(current).text()));
                    }
                    if (candidate.rank() < currentRank) {
                        assigned.put(candidate.target(), index);
                    }
                });
    }

    private Optional<TimeReader> chooseTimes() {
        List<Integer> byName = IntStream.range(0, headers.size())
                .filter(this::isNamedTime)
                .boxed()
                .sorted(Comparator.comparing(
                        index -> candidates.get(index).orElseThrow().rank()))
                .toList();
        List<Integer> mappedByOption = byName.stream().filter(this::isInOptions).toList();
        List<Integer> free = IntStream.range(0, headers.size())
                .filter(index -> isNamedTime(index)
                        || (candidates.get(index).isEmpty()
                                && lookup.find(options.targets(), headers.get(index))
                                        .isEmpty()))
                .boxed()
                .toList();
        return new TimeColumnFinder(headers, rows, options, problems)
                .choose(mappedByOption, byName, free, Optional.ofNullable(assigned.get(Channel.DEPTH.key())));
    }

    private boolean isNamedTime(int index) {
        return candidates
                .get(index)
                .filter(candidate -> candidate.target().equals(FieldName.TIME))
                .isPresent();
    }

    private boolean isInOptions(int index) {
        return candidates.get(index).orElseThrow().rank() == -1;
    }

    private TableColumn column(int index, Optional<TimeReader> times) {
        ColumnHeader header = headers.get(index);
        Optional<KnownColumns.Known> candidate = candidates.get(index);
        if (candidate.isEmpty()) {
            return new TableColumn.NotKept(header.text(), reasonNotKept(header));
        }
        String target = candidate.get().target();
        if (target.equals(FieldName.TIME)) {
            return times.isEmpty() || times.get().reads(index)
                    ? new TableColumn.Field(header.text(), target)
                    : replaced(header, times.get().column(), target);
        }
        int taken = assigned.getOrDefault(target, index);
        if (taken != index) {
            return replaced(header, taken, target);
        }
        return Channel.named(target)
                .map(channel -> reading(index, channel))
                .orElseGet(() -> new TableColumn.Field(header.text(), target));
    }

    private TableColumn reading(int index, Channel channel) {
        ColumnHeader header = headers.get(index);
        UnitRowFinder.requireBareNumber(header, index, rows);
        ColumnUnit unit = unitOf(header, channel);
        if (unit.isUnusable()) {
            unfit.add(channel.key());
            if (derivesTimes() && (channel == Channel.DEPTH || channel == Channel.ROP)) {
                throw unit.refusalForDerivedTimes();
            }
        }
        return new TableColumn.Reading(header.text(), channel, unit.unit());
    }

    /** Refuses a unit in --units for a column that is not a channel. */
    private TableColumn withUseOfUnit(ColumnHeader header, TableColumn column) {
        boolean misnamed = lookup.find(options.targets(), header)
                .filter(target -> !target.equals(TableOptions.LEFT_OUT) && !FieldName.ALL.contains(target))
                .isPresent();
        boolean named = options.units().byColumn().keySet().stream()
                .map(name -> headers.stream()
                        .filter(other -> lookup.isCalled(other, name))
                        .toList())
                .anyMatch(List.of(header)::equals);
        if (named && !misnamed) {
            ColumnUnit.requireUse(column);
        }
        return column;
    }

    private TableColumn replaced(ColumnHeader header, int taken, String target) {
        return new TableColumn.NotKept(
                header.text(),
                "'%s' is taken for %s".formatted(headers.get(taken).text(), target));
    }

    private String reasonNotKept(ColumnHeader header) {
        return lookup.find(options.targets(), header).isPresent()
                ? "left out as asked"
                : KnownColumns.find(header.name())
                        .flatMap(known -> findOtherQuantity(header, known.target()))
                        .orElse("not one of the channels");
    }

    /** Reports a missing depth or rate of penetration if times are derived from them. */
    private void requireRate() {
        if (!derivesTimes()) {
            return;
        }
        if (!assigned.containsKey(Channel.DEPTH.key())) {
            problems.add(missing("depth", Channel.DEPTH));
        } else if (!assigned.containsKey(Channel.ROP.key())) {
            problems.add(missing("rate of penetration", Channel.ROP));
        }
    }

    private boolean derivesTimes() {
        return options.start().isPresent()
                || problems.stream()
                        .flatMap(problem -> problem.remedies().stream())
                        .anyMatch(remedy -> remedy.options().contains(TimeProblemMessages.START));
    }

    private TableRefused.TableProblem missing(String what, Channel channel) {
        return TableRefused.TableProblem.of(
                "no column holds the %s, without which no times can be derived; say which does with --map COLUMN=%s. %s"
                        .formatted(what, channel.key(), ColumnHeader.listed(headers)));
    }
}
