package derrick.domain.quantity;

/** What a unit measures. Values convert between units of one dimension only. */
public enum Dimension {
    LENGTH,
    FORCE,
    TORQUE,
    ROTATION,
    STROKE_RATE,
    SPEED,
    FLOW,
    PRESSURE,
    TEMPERATURE,
    DENSITY,
    VOLUME,
    RATIO,
    NATURAL_RADIATION,
    RESISTIVITY,
    ACCELERATION,
    SLOWNESS,
    ANGLE,
    CURVATURE
}
