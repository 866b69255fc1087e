package derrick.domain.well.trajectory;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;

/** A survey station: the inclination and azimuth that were measured at a depth. */
public record SurveyStation(MeasuredDepth depth, Inclination inclination, Azimuth azimuth) {}
