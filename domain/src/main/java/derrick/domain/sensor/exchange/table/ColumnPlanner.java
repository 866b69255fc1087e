package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Unit;
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
        options.units().keySet().forEach(this::requireColumn);
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
        if (heads.stream().noneMatch(head -> head.isCalled(name))) {
            throw new TableRefused(name, "there is no such column. " + columnsThereAre());
        }
    }

    private Optional<KnownColumns.Known> claim(ColumnHead head) {
        Optional<String> named = option(options.targets(), head);
        if (named.isEmpty()) {
            return KnownColumns.find(head.name());
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
            return new Column.NotKept(
                    head.header(),
                    option(options.targets(), head).isPresent() ? "left out as asked" : "not one of the channels");
        }
        String target = claim.get().target();
        int winner = winners.getOrDefault(target, index);
        if (winner != index) {
            return new Column.NotKept(
                    head.header(),
                    "'%s' is taken for %s".formatted(heads.get(winner).header(), target));
        }
        return Channel.named(target)
                .<Column>map(channel -> new Column.Reading(head.header(), channel, unit(head, channel)))
                .orElseGet(() -> new Column.Field(head.header(), target));
    }

    private Unit unit(ColumnHead head, Channel channel) {
        Optional<String> written = option(options.units(), head).or(head::unit);
        if (written.isEmpty()) {
            if (head.name().equals(channel.key())) {
                return channel.unit();
            }
            throw new TableRefused(head.header(), "has no unit; " + remedy(head, channel));
        }
        Unit unit = Unit.spelled(written.get())
                .orElseThrow(() -> new TableRefused(
                        head.header(),
                        "the unit '%s' is not known; %s".formatted(written.get(), remedy(head, channel))));
        if (unit.dimension() != channel.unit().dimension()) {
            throw new TableRefused(
                    head.header(),
                    "the unit '%s' does not fit %s, which is kept in '%s'; %s"
                            .formatted(
                                    written.get(), channel.key(), channel.unit().symbol(), remedy(head, channel)));
        }
        return unit;
    }

    private static String remedy(ColumnHead head, Channel channel) {
        return "give one such as --units '%s=%s', or leave the column out with --map '%s=%s'"
                .formatted(head.name(), channel.unit().symbol(), head.name(), TableOptions.LEFT_OUT);
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

    private static Optional<String> option(Map<String, String> options, ColumnHead head) {
        return options.entrySet().stream()
                .filter(option -> head.isCalled(option.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
