package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.stream.DoubleStream;

/** The numbers that mean "no value" in a table, compared before any unit is converted. */
public record Nulls(List<Double> numbers) {
    /** Those that no sensor can report. 999.25 is not among them, since a depth may well be 999.25. */
    public static final Nulls USUAL = of(-999.25, -999, -9999, -9999.25, -8888, -32768);

    /** These numbers and no others. */
    public static Nulls of(double... numbers) {
        return new Nulls(DoubleStream.of(numbers).boxed().toList());
    }

    /** These numbers and one more. */
    public Nulls and(double number) {
        return new Nulls(DoubleStream.concat(numbers.stream().mapToDouble(Double::doubleValue), DoubleStream.of(number))
                .boxed()
                .toList());
    }

    boolean contain(double value) {
        for (double number : numbers) {
            if (number == value) {
                return true;
            }
        }
        return false;
    }
}
