package derrick.domain.maintenance;

class InMemoryMaintenanceSchedulesTest implements MaintenanceSchedulesContract {
    private final MaintenanceSchedules schedules = new InMemoryMaintenanceSchedules();

    @Override
    public MaintenanceSchedules schedules() {
        return schedules;
    }
}
