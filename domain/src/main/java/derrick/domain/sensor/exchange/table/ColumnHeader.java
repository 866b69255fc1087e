package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Dimension;
import derrick.domain.quantity.Unit;
import derrick.domain.sensor.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of a column, split into its name and its unit: {@code wob [t]}, {@code Torque (kN.m)}, {@code Bit Depth
 * (MD) m}, {@code ROP_ft_per_hr}, {@code Flow Out %}, {@code depth}.
 *
 * @param text the whole header
 * @param name the header without its unit
 * @param units the units as written, known or not: that of the header, that of the row of units, or both if they differ
 */
record ColumnHeader(String text, String name, List<String> units) {
    /** The longest unit; a longer end of a header is part of the name. */
    private static final int LONGEST_UNIT_CHARACTERS = 30;

    private static final int COLUMNS_LISTED = 50;
    private static final int MOST_WORDS_OF_UNKNOWN_UNIT = 2;

    private static final String SEPARATORS = "_.,:;/-|";
    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";

    private static final Set<String> DIRECTIONS = Set.of("in", "out");

    /** Words after a known name that make it another quantity, in brackets or not. */
    private static final Set<String> QUALIFIERS = Set.of(
            "in",
            "out",
            "tvd",
            "tvdss",
            "vert",
            "vertical",
            "max",
            "maximum",
            "minimum",
            "lag",
            "lagged",
            "limit",
            "setpoint",
            "target",
            "alarm",
            "warning",
            "low",
            "high",
            "loss",
            "delta",
            "change");

    /** Words that are part of a name, and not a unit, unless they are in brackets. */
    private static final Set<String> WORDS_OF_NAMES = Set.of(
            "of",
            "at",
            "on",
            "to",
            "for",
            "from",
            "by",
            "set",
            "point",
            "total",
            "time",
            "rate",
            "cut",
            "index",
            "ratio",
            "correction",
            "offset",
            "count",
            "code",
            "status",
            "state",
            "mode",
            "flag",
            "bit",
            "motor",
            "downhole",
            "hours");

    private static final Pattern VERTICAL = Pattern.compile("tvd|vertical|(?<!\\p{L})vert(?!\\p{L})");
    private static final Pattern IN_UNIT = Pattern.compile("(?i)in[\\s_]+([^\\s_(\\[{<].*)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_()\\[\\]{}<>]+");

    static ColumnHeader parse(String text) {
        return withKnownUnit(text)
                .or(() -> KnownColumns.find(text).map(known -> withoutUnit(text)))
                .or(() -> withUnknownUnit(text))
                .orElseGet(() -> withoutUnit(text));
    }

    /** Returns this header with the unit in a cell of the row of units. A cell without a known unit does not replace a
     * known unit of the header. */
    ColumnHeader over(String cell) {
        String below = cell.strip();
        Optional<Unit> unitBelow = Unit.spelled(below);
        if (below.isEmpty() || (hasKnownUnit() && unitBelow.isEmpty())) {
            return this;
        }
        boolean differs = hasKnownUnit() && !Unit.spelled(units.get(0)).equals(unitBelow);
        return new ColumnHeader(text, name, differs ? List.of(units.get(0), below) : List.of(below));
    }

    /** Returns a sentence that lists the columns of a table. */
    static String listed(List<ColumnHeader> headers) {
        return headers.stream()
                .limit(COLUMNS_LISTED)
                .map(ColumnHeader::text)
                .collect(
                        Collectors.joining("', '", "The columns are '", headers.size() > COLUMNS_LISTED ? "' …" : "'"));
    }

    /** Whether the column is a true vertical depth, for which there is no channel. */
    boolean isVertical() {
        return VERTICAL.matcher((text + " " + units).toLowerCase(Locale.ROOT)).find();
    }

    private boolean hasKnownUnit() {
        return units.stream().anyMatch(unit -> Unit.spelled(unit).isPresent());
    }

    private static ColumnHeader withoutUnit(String text) {
        return new ColumnHeader(text, text, List.of());
    }

    /** Splits off the longest end of the header that is a known unit, with or without the word "in" before it. */
    private static Optional<ColumnHeader> withKnownUnit(String text) {
        for (int start = firstStart(text); start < text.length(); start++) {
            if (!canSplit(text, start)) {
                continue;
            }
            ColumnHeader header = split(text, start);
            Optional<ColumnHeader> behindIn = header.withUnitBehindIn();
            if (behindIn.isPresent()) {
                return behindIn;
            }
            if (Unit.spelled(text.substring(start)).isPresent()) {
                boolean bracketed = OPENING.indexOf(text.charAt(start)) >= 0;
                if (!header.endsInDirection(bracketed)
                        && (bracketed || KnownColumns.find(text).isEmpty())) {
                    return Optional.of(header);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the header with the unit klbf for "in klbf", unless the name with "in" is a known column. Mud has a
     * temperature in and one out, so "in degC" after its name is left as an unknown unit.
     */
    private Optional<ColumnHeader> withUnitBehindIn() {
        Matcher written = IN_UNIT.matcher(units.get(0));
        Optional<KnownColumns.Known> known = KnownColumns.find(name);
        if (!written.matches()
                || Unit.spelled(written.group(1)).isEmpty()
                || known.isEmpty()
                || KnownColumns.find(name + " in").isPresent()) {
            return Optional.empty();
        }
        boolean mayBeDirection = known.get().target().equals(Channel.MUD_TEMPERATURE.key())
                && !name.toLowerCase(Locale.ROOT).contains("out");
        return Optional.of(mayBeDirection ? this : new ColumnHeader(text, name, List.of(written.group(1))));
    }

    /**
     * Whether "in" is the direction of the flow and not the inch: always without brackets, and in brackets if the
     * column is not a length.
     */
    private boolean endsInDirection(boolean bracketed) {
        boolean hasLength = KnownColumns.find(name)
                .flatMap(known -> Channel.named(known.target()))
                .map(channel -> channel.unit().dimension() == Dimension.LENGTH)
                .orElse(true);
        return DIRECTIONS.contains(units.get(0).toLowerCase(Locale.ROOT)) && !(bracketed && hasLength);
    }

    /**
     * Splits off the text after a known name as an unknown unit, which refuses the table: to leave out such a column
     * would go unnoticed.
     */
    private static Optional<ColumnHeader> withUnknownUnit(String text) {
        for (int start = firstStart(text); start < text.length(); start++) {
            if (canSplit(text, start)) {
                ColumnHeader header = split(text, start);
                if (KnownColumns.find(header.name()).isPresent()) {
                    boolean bracketed = OPENING.indexOf(text.charAt(start)) >= 0;
                    return Optional.of(header)
                            .filter(named -> mayBeUnit(named.units().get(0), bracketed));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeUnit(String end, boolean bracketed) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(end.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean beginsWithUnit = !words.isEmpty() && Unit.spelled(words.get(0)).isPresent();
        return (words.size() <= MOST_WORDS_OF_UNKNOWN_UNIT || beginsWithUnit)
                && words.stream().noneMatch(QUALIFIERS::contains)
                && (bracketed || words.stream().noneMatch(WORDS_OF_NAMES::contains));
    }

    private static int firstStart(String text) {
        return Math.max(1, text.length() - LONGEST_UNIT_CHARACTERS);
    }

    /** Whether a name may end before this character and a unit begin at it. */
    private static boolean canSplit(String text, int start) {
        boolean separated = isSeparator(text.charAt(start - 1)) && !isSeparator(text.charAt(start));
        boolean apart = separated || OPENING.indexOf(text.charAt(start)) >= 0 || text.startsWith("%", start);
        return apart && isBalanced(text.substring(0, start)) && isBalanced(text.substring(start));
    }

    private static boolean isSeparator(char character) {
        return SEPARATORS.indexOf(character) >= 0 || Character.isSpaceChar(character);
    }

    private static boolean isBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            char character = text.charAt(i);
            open += OPENING.indexOf(character) >= 0 ? 1 : CLOSING.indexOf(character) >= 0 ? -1 : 0;
        }
        return open == 0;
    }

    private static ColumnHeader split(String text, int start) {
        int end = start;
        while (end > 0 && isSeparator(text.charAt(end - 1))) {
            end--;
        }
        String unit = text.substring(start).strip();
        int last = unit.length() - 1;
        int bracket = OPENING.indexOf(unit.charAt(0));
        boolean bracketed =
                bracket >= 0 && bracket == CLOSING.indexOf(unit.charAt(last)) && isBalanced(unit.substring(1, last));
        return new ColumnHeader(
                text,
                text.substring(0, end),
                List.of(bracketed ? unit.substring(1, last).strip() : unit));
    }
}
