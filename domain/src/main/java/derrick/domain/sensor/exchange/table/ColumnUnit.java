package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Dimension;
import derrick.domain.quantity.Unit;
import derrick.domain.quantity.UnitSpelling;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TableRefused.TableProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Determines the unit of a column: the one in the table or the one in the options. A unit is never assumed.
 *
 * @param named the unit in the options
 * @param overrides whether the unit in the options overrides that in the table
 */
record ColumnUnit(ColumnHeader header, Channel channel, Optional<String> named, boolean overrides) {
    /** A unit with a number before or behind it, such as {@code klb x 10} or {@code x100 psi}. */
    private static final Pattern FACTOR =
            Pattern.compile("(?i).*[\\p{L}\\s][x*×]\\s*[\\d.,]+|[x*×]?\\s*\\d[\\d.,]+\\s*[x*×]?\\s*\\p{L}.*");

    /** @throws TableRefused if the column has a unit in the options but is not a channel */
    static void requireUse(TableColumn column) {
        if (column instanceof TableColumn.NotKept notKept) {
            throw new TableRefused(
                    column.header(),
                    ("has a unit in --units, but is not kept (%s); say with --map COLUMN=CHANNEL what it is, or leave"
                                    + " out its --units")
                            .formatted(notKept.reason()));
        }
        if (column instanceof TableColumn.Field field) {
            throw new TableRefused(
                    column.header(),
                    "has a unit in --units, but is the %s, which has none; leave out its --units"
                            .formatted(field.field()));
        }
    }

    /** Whether the unit is known and fits the channel. */
    boolean isKnown() {
        return named.isPresent()
                || (header.units().size() == 1 && fitting(header.units().get(0)).isPresent());
    }

    /** Whether the unit in the table is a ratio and the channel is not. */
    boolean isWrittenAsRatio() {
        return named.isEmpty()
                && channel.unit().dimension() != Dimension.RATIO
                && header.units().stream()
                        .anyMatch(unit -> Unit.spelled(unit)
                                .filter(known -> known.dimension() == Dimension.RATIO)
                                .isPresent());
    }

    /**
     * Whether the unit in the table cannot be corrected with {@code --units}, so that the column has to be left out.
     */
    boolean isUnusable() {
        return named.isEmpty()
                && header.units().size() == 1
                && (isOfOtherDimension() || isConvertedElsewhere(header.units().get(0)));
    }

    private boolean isOfOtherDimension() {
        return Unit.spelled(header.units().get(0), channel.unit().dimension())
                .filter(unit -> unit.dimension() != channel.unit().dimension())
                .isPresent();
    }

    /** Whether numbers in this unit have to be converted before the import, since no known unit is right. */
    private boolean isConvertedElsewhere(String written) {
        boolean hasFactor = Unit.spelled(written, channel.unit().dimension()).isEmpty()
                && FACTOR.matcher(written).matches();
        return hasFactor || UnitSpelling.isAbsolutePressure(written);
    }

    /** Refuses a unit of another dimension without advice to leave the column out, since times are derived from it. */
    TableRefused refusalForDerivedTimes() {
        return new TableRefused(
                header.text(),
                "the unit '%s' does not fit %s, from which the times are derived; convert the column to '%s'%s"
                        .formatted(
                                header.units().get(0),
                                channel.key(),
                                channel.unit().symbol(),
                                Unit.spelled(header.units().get(0))
                                        .filter(Unit.MINUTE_PER_METRE::equals)
                                        .map(slowness -> " (60 divided by the value)")
                                        .orElse("")));
    }

    /** @throws TableRefused if the unit is missing, unknown or does not fit, or if there are two */
    Unit unit() {
        if (named.isPresent()) {
            Unit unit = known(named.get());
            requireAgreement(unit);
            return unit;
        }
        if (header.units().isEmpty()) {
            throw refusal("has no unit; give it with %s, or %s".formatted(unitOption(), leaveOut()), fillIn());
        }
        if (header.units().size() > 1) {
            throw refusal(
                    "its header says '%s' and the row of units '%s'; say which with %s --force-units"
                            .formatted(header.units().get(0), header.units().get(1), unitOption()),
                    fillIn());
        }
        return known(header.units().get(0));
    }

    private Unit known(String written) {
        Optional<Unit> unit = Unit.spelled(written, channel.unit().dimension());
        if (isConvertedElsewhere(written)) {
            throw refusal(
                    "the unit '%s' %s; %s, or %s"
                            .formatted(
                                    written,
                                    UnitSpelling.problem(written).orElse("has a factor, which is not applied"),
                                    UnitSpelling.isAbsolutePressure(written)
                                            ? "subtract the air pressure in the file"
                                            : "write the numbers in a plain unit",
                                    leaveOut()),
                    Remedy.of("--map", header.text() + "=" + TableOptions.LEFT_OUT));
        }
        if (unit.isEmpty()) {
            String problem = UnitSpelling.problem(written)
                    .orElse(
                            written.toLowerCase(Locale.ROOT).startsWith("in ")
                                    ? "may mean the mud that goes in, or a unit"
                                    : "is not known");
            throw refusal(
                    "the unit '%s' %s; give the unit with %s, or %s"
                            .formatted(written, problem, unitOption(), leaveOut()),
                    fillIn());
        }
        return fitting(written)
                .orElseThrow(() -> refusal(
                        "the unit '%s' does not fit %s, which is kept in '%s'; %s"
                                .formatted(
                                        written, channel.key(), channel.unit().symbol(), leaveOut()),
                        Remedy.of("--map", header.text() + "=" + TableOptions.LEFT_OUT)));
    }

    private void requireAgreement(Unit unit) {
        List<String> others = header.units().stream()
                .filter(written -> isConvertedElsewhere(written)
                        || Unit.spelled(written).filter(other -> other != unit).isPresent())
                .toList();
        if (!others.isEmpty() && !overrides) {
            throw new TableRefused(
                    header.text(),
                    ("is in %s, as the table says, and not in '%s'; leave out --units, or overrule the table with"
                                    + " --force-units")
                            .formatted(
                                    others.stream().collect(Collectors.joining("' and '", "'", "'")),
                                    named.orElse("")));
        }
    }

    private Optional<Unit> fitting(String written) {
        return Unit.spelled(written, channel.unit().dimension())
                .filter(unit -> unit.dimension() == channel.unit().dimension());
    }

    private TableRefused refusal(String reason, Remedy remedy) {
        return new TableRefused(List.of(TableProblem.of(header.text(), reason, List.of(remedy))));
    }

    private Remedy fillIn() {
        List<String> unit = List.of("--units", header.text() + "=UNIT");
        List<String> overruling = List.of("--units", header.text() + "=UNIT", "--force-units");
        return new Remedy(
                "with each column's own unit in place of UNIT", header.units().size() > 1 ? overruling : unit, false);
    }

    /** Returns the option with the placeholder UNIT: a proposed unit would be taken for the one of the table. */
    private String unitOption() {
        return "--units %s ('derrick units %s' lists those that fit)"
                .formatted(quoted(header.text() + "=UNIT"), channel.key());
    }

    private String leaveOut() {
        return "leave the column out with --map " + quoted(header.text() + "=" + TableOptions.LEFT_OUT);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
