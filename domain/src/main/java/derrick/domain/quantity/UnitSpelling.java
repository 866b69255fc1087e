package derrick.domain.quantity;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Normalizes the spellings of units, and explains those that are refused. */
public final class UnitSpelling {
    private static final Pattern PER = Pattern.compile("(?<=[\\s_])per(?=[\\s_])");
    private static final Pattern BETWEEN_FACTORS = Pattern.compile("[\\s._*·⋅•×−–-]+");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\](){}<>]");
    private static final Pattern POUNDS = Pattern.compile("(lb[sfm]|#)$");

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("hr", "h"),
            entry("hrs", "h"),
            entry("hour", "h"),
            entry("hours", "h"),
            entry("mins", "min"),
            entry("mn", "min"),
            entry("minute", "min"),
            entry("minutes", "min"),
            entry("sec", "s"),
            entry("second", "s"),
            entry("seconds", "s"),
            entry("day", "d"),
            entry("foot", "ft"),
            entry("feet", "ft"),
            entry("inch", "in"),
            entry("inches", "in"),
            entry("metre", "m"),
            entry("metres", "m"),
            entry("meter", "m"),
            entry("meters", "m"),
            entry("litre", "l"),
            entry("litres", "l"),
            entry("liter", "l"),
            entry("liters", "l"),
            entry("ltr", "l"),
            entry("gals", "gal"),
            entry("gallon", "gal"),
            entry("gallons", "gal"),
            entry("barrel", "bbl"),
            entry("barrels", "bbl"),
            entry("bbls", "bbl"),
            entry("pound", "lb"),
            entry("pounds", "lb"),
            entry("kip", "klb"),
            entry("kips", "klb"),
            entry("newton", "n"),
            entry("newtons", "n"),
            entry("cubic", "cu"),
            entry("degree", "deg"),
            entry("degrees", "deg"),
            entry("dega", "deg"),
            entry("celsius", "c"),
            entry("centigrade", "c"),
            entry("fahrenheit", "f"),
            entry("stroke", "strokes"),
            entry("stk", "strokes"),
            entry("stks", "strokes"),
            entry("str", "strokes"),
            entry("revs", "rev"),
            entry("revolutions", "rev"));

    private static final String TONS = "may mean short tons ('ton[US]'), long tons ('ton[UK]') or tonnes ('t')";
    private static final String ABSOLUTE = "is an absolute pressure; only gauge pressures can be stored";
    private static final String POUNDS_OF_M = "may mean thousands ('klbf') or millions of pounds";

    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            entry("ton", TONS),
            entry("tons", TONS),
            entry("tonf", TONS),
            entry("tonsf", TONS),
            entry("psia", ABSOLUTE),
            entry("bara", ABSOLUTE),
            entry("kpaa", ABSOLUTE),
            entry("mpaa", ABSOLUTE),
            entry("mlb", POUNDS_OF_M));

    private UnitSpelling() {}

    /** Returns why a spelling that looks like a known unit is refused: it is ambiguous, or means another unit. */
    public static Optional<String> problem(String text) {
        // The only units in use that differ just by letter case are mPa and MPa.
        if (BRACKETS.matcher(text).replaceAll("").strip().equals("mPa")) {
            return Optional.of("means a thousandth of a pascal; megapascals are written 'MPa'");
        }
        return Optional.ofNullable(PROBLEMS.get(normalized(text)));
    }

    /** Returns whether a spelling means an absolute pressure, for which the catalogue has no unit. */
    public static boolean isAbsolutePressure(String text) {
        return ABSOLUTE.equals(PROBLEMS.get(normalized(text)));
    }

    /** Returns the normalized spelling; texts with the same result mean the same unit. */
    static String normalized(String text) {
        String plain = Normalizer.normalize(text.replace('º', '°'), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("µ", "u")
                .replace("μ", "u")
                .replace("ω", "ohm")
                .replace("°", "deg ")
                .replace("^", "");
        String bare = BRACKETS.matcher(PER.matcher(plain).replaceAll("/")).replaceAll("");
        return Arrays.stream(bare.split("/", -1)).map(UnitSpelling::product).collect(Collectors.joining("/"));
    }

    private static String product(String factors) {
        return Arrays.stream(BETWEEN_FACTORS.split(factors))
                .map(factor ->
                        POUNDS.matcher(WORDS.getOrDefault(factor, factor)).replaceAll("lb"))
                .collect(Collectors.joining());
    }
}
