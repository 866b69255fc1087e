package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Unit;
import java.util.Optional;

/**
 * The head of a column, parted into its name and the unit that is written with it: {@code wob [t]}, {@code Torque
 * (kN.m)},
 * {@code Bit Depth (MD) m}, {@code depth}.
 *
 * @param header the whole head
 * @param name the head without its unit
 * @param unit the unit as it is written, whether it is known or not
 */
record ColumnHead(String header, String name, Optional<String> unit) {
    /** No unit is written longer; ends that are longer are part of the name. */
    private static final int LONGEST_UNIT_CHARACTERS = 20;

    /** A head whose unit stands elsewhere, if anywhere. */
    static ColumnHead of(String header, String unit) {
        return new ColumnHead(header, header, unit.isBlank() ? Optional.empty() : Optional.of(unit.strip()));
    }

    static ColumnHead parse(String text) {
        if (KnownColumns.find(text).isPresent() && !text.endsWith("]")) {
            return new ColumnHead(text, text, Optional.empty());
        }
        return bracketed(text).or(() -> trailing(text)).orElseGet(() -> new ColumnHead(text, text, Optional.empty()));
    }

    /** Whether somebody who writes this text means this column. */
    boolean isCalled(String text) {
        return text.strip().equals(header) || text.strip().equals(name);
    }

    private static Optional<ColumnHead> bracketed(String text) {
        int open = text.endsWith("]") ? text.lastIndexOf('[') : text.endsWith(")") ? text.lastIndexOf('(') : -1;
        if (open < 1) {
            return Optional.empty();
        }
        String unit = text.substring(open + 1, text.length() - 1).strip();
        return Optional.of(new ColumnHead(text, text.substring(0, open).strip(), Optional.of(unit)));
    }

    /**
     * Takes the longest end of the head that is a unit; failing that, a single word behind a known name must be meant
     * as one, since dropping a column that is nearly known would go unnoticed.
     */
    private static Optional<ColumnHead> trailing(String text) {
        int blank = text.indexOf(' ', Math.max(0, text.length() - 1 - LONGEST_UNIT_CHARACTERS));
        Optional<ColumnHead> shortest = Optional.empty();
        while (blank >= 0) {
            String end = text.substring(blank + 1);
            ColumnHead head = new ColumnHead(text, text.substring(0, blank).strip(), Optional.of(end));
            if (Unit.spelled(end).isPresent()) {
                return Optional.of(head);
            }
            shortest = Optional.of(head);
            blank = text.indexOf(' ', blank + 1);
        }
        return shortest.filter(head -> KnownColumns.find(head.name()).isPresent());
    }
}
