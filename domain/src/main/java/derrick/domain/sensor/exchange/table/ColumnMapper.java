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
    private static final int UNSETTLED = 1000;

    private final List<ColumnHeader> heads;
    private final ColumnLookup lookup;
    private final List<TableLine> rows;
    private final TableOptions options;

    /** The target that each column may be mapped to, by its name or by an option. */
    private final List<Optional<KnownColumns.Known>> claims = new ArrayList<>();

    /** The column that is mapped to each target. */
    private final Map<String, Integer> winners = new HashMap<>();

    /** Channels whose column has a unit that does not fit, so that the column is to be left out. */
    private final Set<String> unfit = new HashSet<>();

    private final List<TableRefused.Problem> problems = new ArrayList<>();

    private ColumnMapper(List<ColumnHeader> heads, List<TableLine> rows, TableOptions options) {
        this.heads = heads;
        this.lookup = new ColumnLookup(heads);
        this.rows = rows;
        this.options = options;
    }

    /**
     * @param rows the first rows of the table
     * @throws TableRefused if a column cannot be mapped
     */
    static ColumnMapping plan(List<ColumnHeader> heads, List<TableLine> rows, TableOptions options) {
        return new ColumnMapper(heads, rows, options).plan();
    }

    private ColumnMapping plan() {
        options.targets().keySet().forEach(name -> collect(() -> lookup.requireColumn(name)));
        options.units().byColumn().keySet().forEach(name -> collect(() -> lookup.requireColumn(name)));
        for (ColumnHeader head : heads) {
            claims.add(Optional.empty());
            collect(() -> claims.set(claims.size() - 1, claim(head)));
        }
        for (int i = 0; i < heads.size(); i++) {
            int index = i;
            collect(() -> settle(index));
        }
        Optional<TimeReader> times = chooseTimes();
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int index = i;
            columns.add(new TableColumn.NotKept(heads.get(i).header(), "its problem is reported"));
            collect(() -> columns.set(index, withUseOfUnit(heads.get(index), column(index, times))));
        }
        boolean decimalComma = DecimalSeparator.isComma(columns, rows, options, problems);
        ColumnMapping plan = new ColumnMapping(List.copyOf(columns), times, decimalComma);
        requireRate();
        requireChannel(plan);
        problems.addAll(SingleWellCheck.of(plan, options).problems(rows));
        if (!problems.isEmpty()) {
            throw new TableRefused(problems);
        }
        return plan;
    }

    /** Runs a step and collects its problems, so that those of all steps are reported at once. */
    private void collect(Runnable step) {
        try {
            step.run();
        } catch (TableRefused refused) {
            problems.addAll(refused.problems());
        }
    }

    /** Reports a table without a channel. A missing unit can be named; a unit that does not fit leaves no channel. */
    private void requireChannel(ColumnMapping plan) {
        boolean mayHaveChannel =
                winners.keySet().stream().anyMatch(target -> isChannel(target) && !unfit.contains(target));
        if (plan.readings().isEmpty() && !mayHaveChannel) {
            problems.add(TableRefused.Problem.of(
                    "no %s is one of the platform's channels; map one with --map COLUMN=CHANNEL. %s"
                            .formatted(unfit.isEmpty() ? "column" : "other column", ColumnHeader.listed(heads))));
        }
    }

    private static boolean isChannel(String target) {
        return Channel.named(target).isPresent();
    }

    private Optional<KnownColumns.Known> claim(ColumnHeader head) {
        Optional<String> named = lookup.find(options.targets(), head);
        if (named.isEmpty()) {
            return KnownColumns.find(head.name())
                    .filter(known -> whyNoClaim(head, known.target()).isEmpty())
                    .map(known -> new KnownColumns.Known(
                            known.target(), known.rank() + (isSettled(head, known.target()) ? 0 : UNSETTLED)))
                    .or(() -> new TimeHeader(head).known());
        }
        String target = named.get();
        if (target.equals(TableOptions.LEFT_OUT)) {
            return Optional.empty();
        }
        if (!FieldName.ALL.contains(target)) {
            throw new TableRefused(
                    head.header(),
                    "'%s' is not a channel. It must be '%s', or one of %s"
                            .formatted(target, TableOptions.LEFT_OUT, String.join(", ", FieldName.ALL)));
        }
        return Optional.of(new KnownColumns.Known(target, -1));
    }

    /** Returns why a column is another quantity than its name says. */
    private Optional<String> whyNoClaim(ColumnHeader head, String target) {
        Optional<Channel> channel = Channel.named(target);
        boolean measuredDepth =
                channel.equals(Optional.of(Channel.DEPTH)) || channel.equals(Optional.of(Channel.BIT_DEPTH));
        if (measuredDepth && head.isVertical()) {
            return Optional.of("a true vertical depth, not a measured one");
        }
        if (channel.equals(Optional.of(Channel.MUD_FLOW_OUT))
                && choice(head, Channel.MUD_FLOW_OUT).isWrittenAsRatio()) {
            return Optional.of("'%s' does not fit %s: a paddle, not a flow"
                    .formatted(head.units().get(0), target));
        }
        return Optional.empty();
    }

    private boolean isSettled(ColumnHeader head, String target) {
        return Channel.named(target)
                .map(channel -> choice(head, channel).isSettled())
                .orElse(true);
    }

    private ColumnUnit choice(ColumnHeader head, Channel channel) {
        return new ColumnUnit(
                head,
                channel,
                lookup.find(options.units().byColumn(), head),
                options.units().overrule());
    }

    /** Maps a column to its target, unless another column has a better rank. */
    private void settle(int index) {
        claims.get(index)
                .filter(claim -> !claim.target().equals(FieldName.TIME))
                .ifPresent(claim -> {
                    Integer holder = winners.get(claim.target());
                    if (holder == null) {
                        winners.put(claim.target(), index);
                        return;
                    }
                    int best = claims.get(holder).orElseThrow().rank();
                    if (claim.rank() == -1 && best == -1) {
                        throw new TableRefused(
                                heads.get(index).header(),
                                "'%s' was given to column '%s' already"
                                        .formatted(
                                                claim.target(),
                                                heads.get(holder).header()));
                    }
                    if (claim.rank() < best) {
                        winners.put(claim.target(), index);
                    }
                });
    }

    private Optional<TimeReader> chooseTimes() {
        List<Integer> byName = IntStream.range(0, heads.size())
                .filter(this::isCalledTimes)
                .boxed()
                .sorted(Comparator.comparing(
                        index -> claims.get(index).orElseThrow().rank()))
                .toList();
        List<Integer> said = byName.stream().filter(this::isSaid).toList();
        List<Integer> free = IntStream.range(0, heads.size())
                .filter(index -> isCalledTimes(index)
                        || (claims.get(index).isEmpty()
                                && lookup.find(options.targets(), heads.get(index))
                                        .isEmpty()))
                .boxed()
                .toList();
        return new TimeColumnFinder(heads, rows, options, problems)
                .choose(said, byName, free, Optional.ofNullable(winners.get(Channel.DEPTH.key())));
    }

    private boolean isCalledTimes(int index) {
        return claims.get(index)
                .filter(claim -> claim.target().equals(FieldName.TIME))
                .isPresent();
    }

    private boolean isSaid(int index) {
        return claims.get(index).orElseThrow().rank() == -1;
    }

    private TableColumn column(int index, Optional<TimeReader> times) {
        ColumnHeader head = heads.get(index);
        Optional<KnownColumns.Known> claim = claims.get(index);
        if (claim.isEmpty()) {
            return new TableColumn.NotKept(head.header(), whyNotKept(head));
        }
        String target = claim.get().target();
        if (target.equals(FieldName.TIME)) {
            return times.isEmpty() || times.get().reads(index)
                    ? new TableColumn.Field(head.header(), target)
                    : beaten(head, times.get().column(), target);
        }
        int winner = winners.getOrDefault(target, index);
        if (winner != index) {
            return beaten(head, winner, target);
        }
        return Channel.named(target)
                .map(channel -> reading(index, channel))
                .orElseGet(() -> new TableColumn.Field(head.header(), target));
    }

    private TableColumn reading(int index, Channel channel) {
        ColumnHeader head = heads.get(index);
        UnitRowFinder.requireBareNumber(head, index, rows);
        ColumnUnit unit = choice(head, channel);
        if (unit.isUnusable()) {
            unfit.add(channel.key());
            if (derivesTimes() && (channel == Channel.DEPTH || channel == Channel.ROP)) {
                throw unit.refusedForDerivedTimes();
            }
        }
        return new TableColumn.Reading(head.header(), channel, unit.unit());
    }

    /** Refuses a unit in --units for a column that is not a channel. */
    private TableColumn withUseOfUnit(ColumnHeader head, TableColumn column) {
        boolean misnamed = lookup.find(options.targets(), head)
                .filter(target -> !target.equals(TableOptions.LEFT_OUT) && !FieldName.ALL.contains(target))
                .isPresent();
        boolean named = options.units().byColumn().keySet().stream()
                .map(name -> heads.stream()
                        .filter(other -> lookup.isCalled(other, name))
                        .toList())
                .anyMatch(List.of(head)::equals);
        if (named && !misnamed) {
            ColumnUnit.requireUse(column);
        }
        return column;
    }

    private TableColumn beaten(ColumnHeader head, int winner, String target) {
        return new TableColumn.NotKept(
                head.header(),
                "'%s' is taken for %s".formatted(heads.get(winner).header(), target));
    }

    private String whyNotKept(ColumnHeader head) {
        return lookup.find(options.targets(), head).isPresent()
                ? "left out as asked"
                : KnownColumns.find(head.name())
                        .flatMap(known -> whyNoClaim(head, known.target()))
                        .orElse("not one of the channels");
    }

    /** Reports a missing depth or rate of penetration if times are derived from them. */
    private void requireRate() {
        if (!derivesTimes()) {
            return;
        }
        if (!winners.containsKey(Channel.DEPTH.key())) {
            problems.add(missing("depth", Channel.DEPTH));
        } else if (!winners.containsKey(Channel.ROP.key())) {
            problems.add(missing("rate of penetration", Channel.ROP));
        }
    }

    private boolean derivesTimes() {
        return options.start().isPresent()
                || problems.stream()
                        .flatMap(problem -> problem.remedies().stream())
                        .anyMatch(remedy -> remedy.options().contains(TimeProblemMessages.START));
    }

    private TableRefused.Problem missing(String what, Channel channel) {
        return TableRefused.Problem.of(
                "no column holds the %s, without which no times can be derived; say which does with --map COLUMN=%s. %s"
                        .formatted(what, channel.key(), ColumnHeader.listed(heads)));
    }
}
