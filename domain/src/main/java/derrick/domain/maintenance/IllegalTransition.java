package derrick.domain.maintenance;

/** An alert or planned work was to go from a stage to one that does not follow it. */
public final class IllegalTransition extends RuntimeException {
    private final Enum<?> from;
    private final Enum<?> to;

    public IllegalTransition(MaintenanceAlertId id, AlertStatus from, AlertStatus to) {
        this("maintenance alert " + id, from, to);
    }

    public IllegalTransition(MaintenanceScheduleId id, ScheduleStatus from, ScheduleStatus to) {
        this("maintenance schedule " + id, from, to);
    }

    private IllegalTransition(String what, Enum<?> from, Enum<?> to) {
        super("%s is %s and cannot become %s".formatted(what, from, to));
        this.from = from;
        this.to = to;
    }

    /** Where it stands: one of the stages of what was to be moved. */
    public Enum<?> from() {
        return from;
    }

    /** Where it was to go: one of the same stages. */
    public Enum<?> to() {
        return to;
    }
}
