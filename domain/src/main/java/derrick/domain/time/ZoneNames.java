package derrick.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the names, abbreviations and offsets of time zones. */
public final class ZoneNames {
    private static final Pattern OFFSET = Pattern.compile("(?i)(?:UTC|GMT)?\\s*([+-]\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern UTC = Pattern.compile("(?i)Z|UTC|UT|GMT|Zulu");

    /** An example of a zone for each common abbreviation; most of them are ambiguous. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("CET", "Europe/Oslo"),
            Map.entry("CEST", "Europe/Oslo"),
            Map.entry("BST", "Europe/London"),
            Map.entry("MET", "Europe/Oslo"),
            Map.entry("HST", "Pacific/Honolulu"),
            Map.entry("WET", "Europe/Lisbon"),
            Map.entry("EET", "Europe/Athens"),
            Map.entry("MSK", "Europe/Moscow"),
            Map.entry("IST", "Asia/Kolkata"),
            Map.entry("GST", "Asia/Dubai"),
            Map.entry("AST", "Asia/Riyadh"));

    private ZoneNames() {}

    /**
     * Returns the zone with a name: a region such as America/Chicago, UTC, or an offset.
     *
     * @throws IllegalArgumentException if there is none, or the name is an ambiguous abbreviation; the message says
     *     what is valid
     */
    public static ZoneId parse(String name) {
        Optional<ZoneOffset> offset = findOffset(name);
        if (offset.isPresent()) {
            return offset.get();
        }
        Optional<String> region = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equalsIgnoreCase(name.strip()))
                .findFirst();
        if (EXAMPLES.containsKey(name.strip().toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "is short for several zones; write one such as %s, or an offset such as -06:00"
                            .formatted(example(name)));
        }
        return region.map(ZoneId::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is not a time zone; write one such as America/Chicago or UTC, or an offset such as -06:00"));
    }

    /** Returns whether a word in capitals is an abbreviation of several zones. */
    public static boolean isAbbreviation(String word) {
        return EXAMPLES.containsKey(word);
    }

    /** Returns a zone that an abbreviation may stand for. */
    public static String example(String abbreviation) {
        return EXAMPLES.getOrDefault(abbreviation.strip().toUpperCase(Locale.ROOT), "America/Chicago");
    }

    /** Returns the offset of an unambiguous text, such as {@code Z}, {@code GMT} or {@code +0330}. */
    public static Optional<ZoneOffset> findOffset(String text) {
        if (UTC.matcher(text.strip()).matches()) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher offset = OFFSET.matcher(text.strip());
        if (!offset.matches()) {
            return Optional.empty();
        }
        try {
            int hours = Integer.parseInt(offset.group(1));
            int minutes = offset.group(2) == null ? 0 : Integer.parseInt(offset.group(2));
            return Optional.of(ZoneOffset.ofHoursMinutes(hours, offset.group(1).startsWith("-") ? -minutes : minutes));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the instant of a local time in a zone, if the clocks of the zone show it exactly once. */
    static Instant resolve(LocalDateTime local, Optional<ZoneId> zone) {
        ZoneRules rules = zone.orElseThrow(() ->
                        new IllegalArgumentException("has no offset; write one (…Z or …+03:30) or name the time zone"))
                .getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new IllegalArgumentException("is %s by the clocks of %s; write it with its offset"
                    .formatted(offsets.isEmpty() ? "skipped" : "shown twice", zone.orElseThrow()));
        }
        return local.toInstant(offsets.get(0));
    }

    /**
     * Returns the instant of a local time with a zone in its text. An abbreviation is accepted only if the default zone
     * uses it at that time; it then distinguishes the two passes of an hour that the clocks show twice.
     */
    static Instant resolve(LocalDateTime local, String zoneText, Optional<ZoneId> defaultZone) {
        Optional<ZoneOffset> offset = findOffset(zoneText);
        if (offset.isPresent()) {
            return local.toInstant(offset.get());
        }
        ZoneId zone = defaultZone.orElseThrow(() -> new IllegalArgumentException(
                "ends in '%s', which is ambiguous; name the time zone".formatted(zoneText)));
        if (zone instanceof ZoneOffset fixed) {
            return local.toInstant(fixed);
        }
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> matching = rules.getValidOffsets(local).stream()
                .filter(candidate ->
                        abbreviation(zone, local.toInstant(candidate)).equalsIgnoreCase(zoneText.strip()))
                .toList();
        if (matching.size() != 1) {
            throw new IllegalArgumentException(
                    "ends in '%s', which is not in use in %s at that time; give the offset".formatted(zoneText, zone)
                            + " as the zone, or write it with its offset");
        }
        return local.toInstant(matching.get(0));
    }

    private static String abbreviation(ZoneId zone, Instant instant) {
        boolean daylight = zone.getRules().isDaylightSavings(instant);
        return TimeZone.getTimeZone(zone).getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH);
    }
}
