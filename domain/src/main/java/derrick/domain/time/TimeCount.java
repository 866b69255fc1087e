package derrick.domain.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads times that are counts from an epoch. */
public enum TimeCount implements TimeForm {
    EPOCH_SECONDS("epoch-s", 1_000_000_000L),
    EPOCH_MILLISECONDS("epoch-ms", 1_000_000L),
    EPOCH_MICROSECONDS("epoch-us", 1_000L),
    EPOCH_NANOSECONDS("epoch-ns", 1L),
    /** Days of spreadsheets, where 1 January 1970 is day 25569; without an offset. */
    EXCEL_DAYS("excel", 0);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(?:[.,]\\d{1,15})?");
    private static final BigDecimal EXCEL_DAY_OF_1970 = BigDecimal.valueOf(25_569);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal FIRST_SECOND =
            BigDecimal.valueOf(Instant.parse("1980-01-01T00:00:00Z").getEpochSecond());
    private static final BigDecimal END_SECOND =
            BigDecimal.valueOf(Instant.parse("2200-01-01T00:00:00Z").getEpochSecond());

    private final String key;
    private final BigDecimal nanosecondsPerUnit;

    TimeCount(String key, long nanosecondsPerUnit) {
        this.key = key;
        this.nanosecondsPerUnit = BigDecimal.valueOf(nanosecondsPerUnit);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public ParsedTime read(String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("must be a number, read as %s".formatted(key));
        }
        BigDecimal count = new BigDecimal(text.strip().replace(',', '.'));
        BigDecimal seconds = this == EXCEL_DAYS
                ? secondsOfDays(count.subtract(EXCEL_DAY_OF_1970))
                : count.multiply(nanosecondsPerUnit).movePointLeft(9).setScale(9, RoundingMode.HALF_UP);
        if (seconds.compareTo(FIRST_SECOND) < 0 || seconds.compareTo(END_SECOND) >= 0) {
            throw new IllegalArgumentException("read as %s must lie between 1980 and 2200".formatted(key));
        }
        long whole = seconds.longValue();
        Instant time = Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
        return this == EXCEL_DAYS
                ? ParsedTime.local(LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC))
                : ParsedTime.utc(time);
    }

    /** Rounds to a whole second if the difference is within the precision of the decimals. */
    private static BigDecimal secondsOfDays(BigDecimal days) {
        BigDecimal seconds = days.multiply(SECONDS_PER_DAY);
        BigDecimal whole = seconds.setScale(0, RoundingMode.HALF_UP);
        BigDecimal lastDigit = SECONDS_PER_DAY.movePointLeft(Math.max(days.scale(), 0));
        boolean isWhole =
                seconds.subtract(whole).abs().multiply(BigDecimal.valueOf(2)).compareTo(lastDigit) <= 0;
        return isWhole && lastDigit.compareTo(BigDecimal.ONE) < 0 ? whole : seconds.setScale(3, RoundingMode.HALF_UP);
    }

    /** Returns whether a text is a number of the form of these counts. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }
}
