package offenders.derrick.persistence.change;

import offenders.derrick.persistence.sensor.WanderingRow;

/** An adapter that uses another one's row. */
record KnowsAnotherRow(WanderingRow row) {}
