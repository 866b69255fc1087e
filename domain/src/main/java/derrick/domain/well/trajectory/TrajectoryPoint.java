package derrick.domain.well.trajectory;

import derrick.domain.quantity.DoglegSeverity;

/** A place on a trajectory: which way the hole goes there, where that is, and how sharply the way to it bends. */
public record TrajectoryPoint(SurveyStation station, Position position, DoglegSeverity dogleg) {}
