package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.table.TableOptions.TableLayout;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TableRefused.TableProblem;
import derrick.domain.time.ParsedTime;
import derrick.domain.time.TimeForm;
import derrick.domain.time.ZoneNames;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes problems of a column of times, with the options that solve them. */
final class TimeProblemMessages {
    static final String START = "--start";

    private static final Pattern WRITTEN_ZONE = Pattern.compile(".*\\d ?([A-Za-z]{2,5})");

    private TimeProblemMessages() {}

    static TableProblem startBesideTimes(ColumnHeader header, TimeFormDetector times) {
        return TableProblem.of(
                header.text(),
                "the table has times of its own, such as '%s'; leave out --start".formatted(times.example()),
                List.of());
    }

    /** @param times have several forms that read some value differently */
    static TableProblem ambiguous(ColumnHeader header, TimeFormDetector times) {
        String value = times.values().stream()
                .filter(each -> times.forms().stream()
                                .flatMap(form -> TimeFormDetector.find(form, each).stream())
                                .distinct()
                                .count()
                        > 1)
                .findFirst()
                .orElse(times.example());
        List<Remedy> remedies = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        for (TimeForm form : times.forms()) {
            String date = TimeFormDetector.find(form, value)
                    .flatMap(ParsedTime::date)
                    .map(String::valueOf)
                    .orElse("no date");
            readings.add("%s with --time-format %s".formatted(date, form.key()));
            remedies.add(Remedy.when("if '%s' is %s".formatted(value, date), "--time-format", form.key()));
        }
        return TableProblem.of(
                header.text(), "'%s' may be %s".formatted(value, String.join(", or ", readings)), remedies);
    }

    static TableProblem mixed(ColumnHeader header, TimeFormDetector times) {
        List<String> values = times.values();
        return TableProblem.of(
                header.text(),
                "no one form reads all times, such as '%s' and '%s'; write them alike"
                        .formatted(values.get(0), values.get(values.size() - 1)),
                List.of());
    }

    static TableProblem unreadable(ColumnHeader header, String value, String reason) {
        return TableProblem.of(header.text(), "no time can be read: '%s' %s".formatted(value, reason), List.of());
    }

    static TableProblem otherZone(ColumnHeader header, ZoneId inHead, ZoneId named) {
        return TableProblem.of(
                header.text(),
                "its header says %s, but --zone says %s; leave out --zone, or rename the column"
                        .formatted(name(inHead), name(named)),
                List.of());
    }

    /** @param abbreviated whether each time ends in the abbreviation of a zone */
    static TableProblem noOffset(ColumnHeader header, String value, boolean abbreviated) {
        Matcher written = WRITTEN_ZONE.matcher(value);
        Optional<String> abbreviation = abbreviated && written.matches()
                ? Optional.of(written.group(1))
                : new TimeHeader(header).abbreviation();
        if (abbreviation.isPresent()) {
            String zone = ZoneNames.example(abbreviation.get());
            return TableProblem.of(
                    header.text(),
                    "'%s' in '%s' is short for several zones; name the one with --zone, such as --zone %s"
                            .formatted(abbreviation.get(), abbreviated ? value : header.text(), zone),
                    List.of(Remedy.when("if it is " + zone, "--zone", zone)));
        }
        boolean local = new TimeHeader(header).isLocal();
        return TableProblem.of(
                header.text(),
                "times such as '%s' have no offset; name the zone they are in, such as --zone %s"
                        .formatted(value, local ? "Europe/Oslo" : "UTC"),
                local ? List.of() : List.of(Remedy.when("if they are UTC", "--zone", "UTC")));
    }

    static TableProblem clockAlone(ColumnHeader header, TimeFormDetector times, List<Remedy> remedies) {
        return TableProblem.of(
                header.text(),
                "holds times of day without a date, such as '%s'; name the column of dates too, with --map COLUMN=%s"
                        .formatted(times.example(), FieldName.TIME),
                remedies);
    }

    static TableProblem dateAlone(ColumnHeader header, TimeFormDetector times, List<Remedy> remedies) {
        return TableProblem.of(
                header.text(),
                "holds dates without a time of day, such as '%s'; name the column of clock times too, with"
                                .formatted(times.example())
                        + " --map COLUMN=" + FieldName.TIME,
                remedies);
    }

    static TableProblem noTimes(
            ColumnHeader header, TimeFormDetector cells, TableLayout layout, List<Remedy> remedies) {
        String values = "values such as '%s' are ".formatted(cells.example());
        return TableProblem.of(
                header.text(),
                layout.times()
                        .map(form -> values + "not written as " + form.key())
                        .orElse(values + "no times for certain; say how to read them with --time-format FORM, or which"
                                + " column holds the times with --map COLUMN=" + FieldName.TIME),
                remedies);
    }

    static TableProblem byDepth(ColumnHeader depth) {
        return TableProblem.of(
                ("the table is indexed by depth ('%s') and has no times. With --start TIME, the time of its first row,"
                                + " the others would be derived from depth and rate of penetration and marked as"
                                + " derived")
                        .formatted(depth.text()),
                Remedy.when("with the time of the first row in place of TIME", START, "TIME"));
    }

    static TableProblem noColumn(List<ColumnHeader> headers, List<Remedy> remedies) {
        return new TableProblem(
                "no column holds the times; say which with --map COLUMN=%s, or which line is the header with"
                                .formatted(FieldName.TIME)
                        + " --header-line. " + ColumnHeader.listed(headers),
                remedies);
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
