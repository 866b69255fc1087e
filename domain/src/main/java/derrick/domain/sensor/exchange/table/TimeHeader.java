package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.time.CalendarOrder;
import derrick.domain.time.TimeForm;
import derrick.domain.time.ZoneNames;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the head of a column of times says about them, such as {@code Time (UTC)} or {@code DD/MM/YYYY}. */
record TimeHeader(ColumnHeader head) {
    private static final Pattern ORDER = Pattern.compile("(?i)(y{2,4}[-/. ]?m{1,3}[-/. ]?d{1,2})"
            + "|(d{1,2}[-/. ]?m{1,3}[-/. ]?y{2,4})|(m{1,3}[-/. ]?d{1,2}[-/. ]?y{2,4})");
    private static final Pattern ZONE =
            Pattern.compile("(?:^|[^A-Za-z])(?:UTC|utc|GMT|gmt|Zulu)(?: ?([+-]\\d{1,2}(?::?\\d{2})?))?(?:$|[^A-Za-z])");
    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|\\{[^}]*}");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");
    private static final String LOCAL = "local";

    /** What it is known as, whatever stands in brackets. */
    Optional<KnownColumns.Known> known() {
        return KnownColumns.find(BRACKETED.matcher(head.header()).replaceAll(""))
                .filter(known -> known.target().equals(FieldName.TIME));
    }

    /** The zone that it names for certain. */
    Optional<ZoneId> zone() {
        Matcher written = ZONE.matcher(text().replace('_', ' '));
        return written.find()
                ? ZoneNames.findOffset(written.group(1) == null ? "UTC" : written.group(1))
                        .map(offset -> offset)
                : Optional.empty();
    }

    /** The order of year, month and day that it spells. */
    Optional<TimeForm> order() {
        Matcher order = ORDER.matcher(text());
        if (!order.find()) {
            return Optional.empty();
        }
        return Optional.of(
                order.group(1) != null
                        ? CalendarOrder.YEAR_FIRST
                        : order.group(2) != null ? CalendarOrder.DAY_FIRST : CalendarOrder.MONTH_FIRST);
    }

    /** The word in it that is short for several zones. */
    Optional<String> abbreviation() {
        return NO_LETTER.splitAsStream(text()).filter(ZoneNames::isAbbreviation).findFirst();
    }

    /** Whether it says that the times are those of the rig's clocks. */
    boolean isLocal() {
        return text().toLowerCase(Locale.ROOT).contains(LOCAL);
    }

    private String text() {
        return head.header() + " " + String.join(" ", head.units());
    }
}
