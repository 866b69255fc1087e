package derrick.domain.sensor.exchange;

/**
 * Keeps a spreadsheet from taking text for a formula. Text that begins like one is written behind an apostrophe, and so
 * is text that begins with an apostrophe, so that every text is read back as it was.
 */
public final class CsvInjectionEscape {
    private static final String RISKY = "=+-@'";

    private CsvInjectionEscape() {}

    /** The text as it is written. */
    public static String guarded(String text) {
        return begins(text, 0) ? "'" + text : text;
    }

    /** The text that was meant; text that no guard was put before stays as it is. */
    public static String unguarded(String written) {
        return written.startsWith("'") && begins(written, 1) ? written.substring(1) : written;
    }

    private static boolean begins(String text, int index) {
        return text.length() > index && RISKY.indexOf(text.charAt(index)) >= 0;
    }
}
