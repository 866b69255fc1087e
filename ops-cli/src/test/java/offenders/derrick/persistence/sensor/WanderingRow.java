package offenders.derrick.persistence.sensor;

/** A row that leaves its package. */
public record WanderingRow(String rigId) {}
