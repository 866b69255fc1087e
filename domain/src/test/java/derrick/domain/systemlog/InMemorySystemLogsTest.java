package derrick.domain.systemlog;

import derrick.domain.account.UserId;

class InMemorySystemLogsTest implements SystemLogsContract {
    private final SystemLogs logs = new InMemorySystemLogs();

    @Override
    public SystemLogs logs() {
        return logs;
    }

    @Override
    public UserId freshUser() {
        return new UserId(1);
    }
}
