package derrick.migrations.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sample values of a type, in its text form. Values of different rows differ where the type allows it, so that they
 * satisfy unique constraints.
 *
 * @param type the name of the type, as {@code format_type} returns it
 * @param row the number of the row
 * @param place the number of the column, so that times and depths of one row rise from column to column
 */
record SampleValues(String type, int row, int place) {
    private static final Pattern SIZED = Pattern.compile("(character varying|character|numeric)\\((\\d+)(?:,\\d+)?\\)");
    private static final int LONG = 300;

    /** Returns typical values, the best first. */
    List<String> typical(List<String> texts, List<String> numbers) {
        List<String> values = new ArrayList<>();
        switch (base()) {
            case "text", "character varying", "character" -> {
                values.addAll(rotated(texts));
                values.add("s" + row);
                values.add("s" + row + "@example.org");
                numbers.stream()
                        .filter(SampleValues::isLength)
                        .forEach(length -> values.add(hex(Integer.parseInt(length))));
            }
            case "bytea" -> {
                values.add("\\x" + hex(8));
                numbers.stream()
                        .filter(SampleValues::isLength)
                        .forEach(length -> values.add("\\x" + hex(2 * Integer.parseInt(length))));
            }
            case "smallint", "integer", "bigint" -> {
                values.add(String.valueOf(row + place));
                values.addAll(List.of("0", "1"));
                numbers.stream().filter(number -> !number.contains(".")).forEach(values::add);
            }
            case "double precision", "real", "numeric" -> {
                values.add(row + place + ".25");
                values.addAll(List.of("0." + (row + 100), "0", "1"));
                values.addAll(numbers);
            }
            case "boolean" -> values.addAll(rotated(List.of("true", "false")));
            case "timestamp without time zone", "timestamp with time zone", "date" -> {
                values.add(time(2023, row, place));
                values.add(time(2024, row, 0));
                values.add(time(2025, row, place));
            }
            case "time without time zone" -> values.add("%02d:%02d:00.5".formatted(row % 24, place % 60));
            case "interval" -> values.add(row + 1 + " hours");
            case "jsonb", "json" -> {
                values.add("{\"row\": %d, \"mud\": [1.5, null, true]}".formatted(row));
                values.add("[\"seed %d\"]".formatted(row));
            }
            case "uuid" -> values.add("00000000-0000-4000-8000-%012d".formatted(row));
            case "inet" -> values.add("10.0.%d.%d".formatted(row / 250, row % 250));
            default -> values.addAll(type.endsWith("[]") ? List.of("{}") : rotated(texts));
        }
        return values;
    }

    /** Returns extreme values of the type, the most extreme first. */
    List<String> edgeCases() {
        return rotated(
                switch (base()) {
                    case "text", "character varying", "character" ->
                        List.of(longest(), "'" + row + "\"\\ \t\n\uD834\uDD1E %s ${x}", " " + row + " ", "");
                    case "bytea" -> List.of("\\x00ff" + hex(4), "\\x");
                    case "smallint" -> List.of("-32768", "32767", "-1", "0");
                    case "integer" -> List.of("-2147483648", "2147483647", "-1", "0");
                    case "bigint" -> List.of("-9223372036854775808", "9223372036854775807", "-1", "0");
                    case "double precision" ->
                        List.of("-0", "1.7976931348623157e308", "-1.5", "5e-324", "0.30000000000000004");
                    case "real" -> List.of("-0", "3.4028235e38", "-1.5", "1e-45");
                    case "numeric" -> List.of("-1.5", "0", "0.1");
                    case "boolean" -> List.of("false", "true");
                    case "timestamp without time zone", "timestamp with time zone", "date" ->
                        List.of(time(1965, row, place), time(2022, row, place) + ".999999", time(1969, row, place));
                    case "interval" -> List.of("-1 month 3 days 00:00:00.000001", "0");
                    case "jsonb", "json" ->
                        List.of("{\"\uD834\uDD1E'\": [1e300, -0.0, \"\\\"%d\"]}".formatted(row), "null", "[]", "\"\"");
                    case "inet" -> List.of("2001:db8::" + row, "10.0.0.0/8");
                    default -> typical(List.of(), List.of());
                });
    }

    private String base() {
        Matcher sized = SIZED.matcher(type);
        return sized.matches() ? sized.group(1) : type;
    }

    /** Returns a text of the greatest length that the column allows. */
    private String longest() {
        Matcher sized = SIZED.matcher(type);
        int length = sized.matches() ? Integer.parseInt(sized.group(2)) : type.equals("character") ? 1 : LONG;
        String end = String.valueOf(row);
        return length <= end.length() ? end.substring(0, length) : "\uD834\uDD1E".repeat(length - end.length()) + end;
    }

    private <T> List<T> rotated(List<T> values) {
        List<T> rotated = new ArrayList<>();
        for (int number = 0; number < values.size(); number++) {
            rotated.add(values.get((number + row + place) % values.size()));
        }
        return rotated;
    }

    private static boolean isLength(String number) {
        return number.matches("\\d{1,3}");
    }

    private String hex(int digits) {
        return "%02048x".formatted(row + 1).substring(2048 - digits);
    }

    /** Returns a time in January, when no clock change takes place. */
    private static String time(int year, int row, int place) {
        return "%d-01-%02d %02d:%02d:%02d".formatted(year, 1 + row / 60 % 27, place % 24, row % 60, row % 60);
    }
}
