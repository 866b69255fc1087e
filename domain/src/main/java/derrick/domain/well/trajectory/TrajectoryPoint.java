package derrick.domain.well.trajectory;

import derrick.domain.quantity.DoglegSeverity;

/** A point of a trajectory: its station, its position, and the dogleg severity of the section above it. */
public record TrajectoryPoint(SurveyStation station, Position position, DoglegSeverity dogleg) {}
