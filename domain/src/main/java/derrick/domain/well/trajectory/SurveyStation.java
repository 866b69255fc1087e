package derrick.domain.well.trajectory;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;

/** What a survey measures at one depth: which way the hole goes there. */
public record SurveyStation(MeasuredDepth depth, Inclination inclination, Azimuth azimuth) {}
