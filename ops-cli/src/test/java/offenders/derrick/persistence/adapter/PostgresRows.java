package offenders.derrick.persistence.adapter;

import derrick.domain.sensor.exchange.RowTaker;
import derrick.domain.sensor.exchange.Rows;

/** An adapter whose name does not say how it does it. */
final class PostgresRows implements Rows {
    @Override
    public void handTo(RowTaker taker) {}
}
