package derrick.domain.quantity;

/** The physical quantity of a unit. Values can be converted between units of the same dimension only. */
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
