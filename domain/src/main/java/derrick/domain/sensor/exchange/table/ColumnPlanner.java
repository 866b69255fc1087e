package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settles what becomes of each column of a table, or refuses the table. */
final class ColumnPlanner {
    private static final int COLUMNS_LISTED = 50;

    /** Added to the rank of a column whose unit cannot be settled, so that any other of its channel is taken. */
    private static final int UNSETTLED = 1000;

    private final List<ColumnHead> heads;
    private final TableOptions options;

    /** What each column asks to be taken for, if it is known or was named. */
    private final List<Optional<KnownColumns.Known>> claims = new ArrayList<>();

    /** Which column each target is given to. */
    private final Map<String, Integer> winners = new HashMap<>();

    private ColumnPlanner(List<ColumnHead> heads, TableOptions options) {
        this.heads = heads;
        this.options = options;
    }

    /** @throws TableRefused if it cannot be settled */
    static ColumnPlan plan(List<ColumnHead> heads, TableOptions options) {
        return new ColumnPlanner(heads, options).plan();
    }

    private ColumnPlan plan() {
        options.targets().keySet().forEach(this::requireColumn);
        options.units().byColumn().keySet().forEach(this::requireColumn);
        heads.forEach(head -> claims.add(claim(head)));
        for (int i = 0; i < heads.size(); i++) {
            settle(i);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            columns.add(column(i));
        }
        ColumnPlan plan = new ColumnPlan(List.copyOf(columns));
        requireTimes(plan);
        if (plan.readings().isEmpty()) {
            throw new TableRefused("no column is one of the platform's channels; say which is which with"
                    + " --map COLUMN=CHANNEL. " + columnsThereAre());
        }
        return plan;
    }

    private void requireColumn(String name) {
        List<String> called = heads.stream()
                .filter(head -> isCalled(head, name))
                .map(ColumnHead::header)
                .distinct()
                .toList();
        if (called.isEmpty()) {
            throw new TableRefused(name, "there is no such column. " + columnsThereAre());
        }
        if (called.size() > 1) {
            throw new TableRefused(
                    name, "that may be '%s'; write the whole head".formatted(String.join("' or '", called)));
        }
    }

    private Optional<KnownColumns.Known> claim(ColumnHead head) {
        Optional<String> named = option(options.targets(), head);
        if (named.isEmpty()) {
            return KnownColumns.find(head.name())
                    .filter(known -> whyNoClaim(head, known.target()).isEmpty())
                    .map(known -> new KnownColumns.Known(
                            known.target(), known.rank() + (isSettled(head, known.target()) ? 0 : UNSETTLED)));
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

    /** Why a column is not what its name says: another quantity goes by nearly the same name. */
    private Optional<String> whyNoClaim(ColumnHead head, String target) {
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

    private boolean isSettled(ColumnHead head, String target) {
        return Channel.named(target)
                .map(channel -> choice(head, channel).isSettled())
                .orElse(true);
    }

    private UnitChoice choice(ColumnHead head, Channel channel) {
        return new UnitChoice(
                head,
                channel,
                option(options.units().byColumn(), head),
                options.units().overrule());
    }

    /** Gives a column's target to it, unless another column has a better claim. */
    private void settle(int index) {
        claims.get(index).ifPresent(claim -> {
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
                                .formatted(claim.target(), heads.get(holder).header()));
            }
            if (claim.rank() < best) {
                winners.put(claim.target(), index);
            }
        });
    }

    private Column column(int index) {
        ColumnHead head = heads.get(index);
        Optional<KnownColumns.Known> claim = claims.get(index);
        if (claim.isEmpty()) {
            return new Column.NotKept(head.header(), whyNotKept(head));
        }
        String target = claim.get().target();
        int winner = winners.getOrDefault(target, index);
        if (winner != index) {
            return new Column.NotKept(
                    head.header(),
                    "'%s' is taken for %s".formatted(heads.get(winner).header(), target));
        }
        return Channel.named(target)
                .<Column>map(channel -> new Column.Reading(
                        head.header(), channel, choice(head, channel).unit()))
                .orElseGet(() -> new Column.Field(head.header(), target));
    }

    private String whyNotKept(ColumnHead head) {
        return option(options.targets(), head).isPresent()
                ? "left out as asked"
                : KnownColumns.find(head.name())
                        .flatMap(known -> whyNoClaim(head, known.target()))
                        .orElse("not one of the channels");
    }

    private void requireTimes(ColumnPlan plan) {
        Optional<Column.Field> times = plan.findField(FieldName.TIME);
        Optional<Column.Reading> depth = plan.findReading(Channel.DEPTH);
        if (times.isPresent() && options.start().isPresent()) {
            throw new TableRefused(times.get().header(), "the table has times of its own; leave out --start");
        }
        if (times.isPresent()) {
            return;
        }
        if (depth.isEmpty()) {
            throw new TableRefused("no column holds the times; say which with --map COLUMN=" + FieldName.TIME + ". "
                    + columnsThereAre());
        }
        if (options.start().isEmpty()) {
            throw new TableRefused(
                    ("the table is indexed by depth ('%s') and has no times. With --start TIME, the time of its first"
                                    + " row, the others would be derived from depth and rate of penetration and marked"
                                    + " as derived")
                            .formatted(depth.get().header()));
        }
        if (plan.findReading(Channel.ROP).isEmpty()) {
            throw new TableRefused("no column holds the rate of penetration, without which no times can be derived; say"
                    + " which does with --map COLUMN=" + Channel.ROP.key() + ". " + columnsThereAre());
        }
    }

    private String columnsThereAre() {
        return heads.stream()
                .limit(COLUMNS_LISTED)
                .map(ColumnHead::header)
                .collect(Collectors.joining("', '", "The columns are '", heads.size() > COLUMNS_LISTED ? "' …" : "'"));
    }

    private Optional<String> option(Map<String, String> options, ColumnHead head) {
        return options.entrySet().stream()
                .filter(option -> isCalled(head, option.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether this text means this column: by its whole head if there is such a head, else by its name. */
    private boolean isCalled(ColumnHead head, String text) {
        String called = text.strip();
        boolean isHeader = heads.stream().anyMatch(other -> other.header().equals(called));
        return isHeader ? head.header().equals(called) : head.name().equals(called);
    }
}
