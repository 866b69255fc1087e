package derrick.domain.sensor.exchange;

/**
 * Escapes text that a spreadsheet would run as a formula. An apostrophe is put before text that begins like a formula
 * or with an apostrophe, so that every text is read back unchanged.
 */
public final class CsvInjectionEscape {
    private static final String RISKY = "=+-@'";

    private CsvInjectionEscape() {}

    /** Returns the text as it is written to a file. */
    public static String escape(String text) {
        return isRiskyAt(text, 0) ? "'" + text : text;
    }

    /** Returns the text that was escaped; text that is not escaped is returned unchanged. */
    public static String unescape(String written) {
        return written.startsWith("'") && isRiskyAt(written, 1) ? written.substring(1) : written;
    }

    private static boolean isRiskyAt(String text, int index) {
        return text.length() > index && RISKY.indexOf(text.charAt(index)) >= 0;
    }
}
