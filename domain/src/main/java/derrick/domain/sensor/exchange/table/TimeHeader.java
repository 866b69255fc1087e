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

/**
 * Reads zone and order of date from the header of a column of times, such as {@code Time (UTC)} or {@code DD/MM/YYYY}.
 */
record TimeHeader(ColumnHeader header) {
    private static final Pattern ORDER = Pattern.compile("(?i)(y{2,4}[-/. ]?m{1,3}[-/. ]?d{1,2})"
            + "|(d{1,2}[-/. ]?m{1,3}[-/. ]?y{2,4})|(m{1,3}[-/. ]?d{1,2}[-/. ]?y{2,4})");
    private static final Pattern ZONE =
            Pattern.compile("(?:^|[^A-Za-z])(?:UTC|utc|GMT|gmt|Zulu)(?: ?([+-]\\d{1,2}(?::?\\d{2})?))?(?:$|[^A-Za-z])");
    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|\\{[^}]*}");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");
    private static final String LOCAL = "local";

    /** Returns the time target if the header without its brackets is a known name of times. */
    Optional<KnownColumns.Known> known() {
        return KnownColumns.find(BRACKETED.matcher(header.text()).replaceAll(""))
                .filter(known -> known.target().equals(FieldName.TIME));
    }

    /** Returns the zone in the header, if it is unambiguous. */
    Optional<ZoneId> zone() {
        Matcher written = ZONE.matcher(text().replace('_', ' '));
        return written.find()
                ? ZoneNames.findOffset(written.group(1) == null ? "UTC" : written.group(1))
                        .map(offset -> offset)
                : Optional.empty();
    }

    /** Returns the order of year, month and day in the header. */
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

    /** Returns the abbreviation in the header that means several zones. */
    Optional<String> abbreviation() {
        return NO_LETTER.splitAsStream(text()).filter(ZoneNames::isAbbreviation).findFirst();
    }

    /** Whether the header says that the times are local. */
    boolean isLocal() {
        return text().toLowerCase(Locale.ROOT).contains(LOCAL);
    }

    private String text() {
        return header.text() + " " + String.join(" ", header.units());
    }
}
