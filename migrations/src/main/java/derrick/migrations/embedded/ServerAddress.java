package derrick.migrations.embedded;

import org.postgresql.ds.PGSimpleDataSource;

/** How to log in to the embedded server. */
record ServerAddress(int port, String password) {
    static final String HOST = "127.0.0.1";
    static final String USER = "derrick";
    static final String DATABASE = "derrick";

    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int LOGIN_TIMEOUT_SECONDS = 10;

    PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {HOST});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(USER);
        dataSource.setPassword(password);
        dataSource.setApplicationName("derrick");
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        dataSource.setLoginTimeout(LOGIN_TIMEOUT_SECONDS);
        return dataSource;
    }

    @Override
    public String toString() {
        return HOST + ":" + port;
    }
}
