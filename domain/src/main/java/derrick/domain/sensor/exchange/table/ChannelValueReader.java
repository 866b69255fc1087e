package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.DecimalText;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.NullMarkers;

/** Reads the cells of channels as numbers or gaps, and counts the gaps and suspects. */
final class ChannelValueReader {
    private final NullMarkers nulls;
    private final boolean decimalComma;
    private final GapCounter gaps = new GapCounter();

    ChannelValueReader(NullMarkers nulls, boolean decimalComma) {
        this.nulls = nulls;
        this.decimalComma = decimalComma;
    }

    GapCounter gaps() {
        return gaps;
    }

    /**
     * Returns the number in a cell, or NaN for a gap.
     *
     * @throws IllegalArgumentException if the cell is neither; the message says what is expected
     */
    double read(String header, String cell) {
        if (nulls.isWord(cell)) {
            return gap(cell.isEmpty() ? "empty" : cell);
        }
        double number = decimalComma ? withComma(cell) : withPoint(cell);
        if (nulls.contain(number)) {
            return gap(cell);
        }
        if (GapCounter.isSuspect(number)) {
            gaps.addSuspect(cell, header);
        }
        return number;
    }

    private double gap(String written) {
        gaps.addGap(written);
        return Double.NaN;
    }

    private static double withPoint(String cell) {
        if (cell.indexOf(',') >= 0 && DecimalSeparator.hasThousands(cell)) {
            throw thousands(cell);
        }
        return parse(cell);
    }

    private static double parse(String number) {
        if (number.chars().anyMatch(Character::isDigit)) {
            return DecimalText.parse(number);
        }
        throw new IllegalArgumentException("must be a number; if the word means no value, name it with --null");
    }

    private static double withComma(String cell) {
        if (cell.indexOf('.') >= 0) {
            throw DecimalSeparator.hasThousands(cell)
                    ? thousands(cell)
                    : new IllegalArgumentException("must be a number with a decimal comma, as the others are: " + cell);
        }
        return parse(cell.replace(',', '.'));
    }

    private static IllegalArgumentException thousands(String cell) {
        return new IllegalArgumentException("has a thousands separator: %s; write it without".formatted(cell));
    }
}
