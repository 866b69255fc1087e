package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.postgres.DatabaseAddress.Server;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseAddressTest {
    private static final String ME = System.getProperty("user.name");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:s3cret@db.example:6543/drilling_db",
                "postgres://ada:s3cret@db.example:6543/drilling_db",
                "postgresql+psycopg2://ada:s3cret@db.example:6543/drilling_db",
                "postgresql+asyncpg://ada:s3cret@db.example:6543/drilling_db",
                "jdbc:postgresql://ada:s3cret@db.example:6543/drilling_db",
                "jdbc:postgresql://db.example:6543/drilling_db?user=ada&password=s3cret",
                "POSTGRESQL://ada:s3cret@db.example:6543/drilling_db",
                "postgresql://%61da:s3%63ret@db.example:6543/drilling%5Fdb",
                "postgresql:///drilling_db?host=db.example&port=6543&user=ada&password=s3cret",
                "  postgresql://ada:s3cret@db.example:6543/drilling_db\n"
            })
    void everySpellingMeansTheSameDatabase(String url) {
        assertThat(DatabaseAddress.parse(url))
                .isEqualTo(
                        new DatabaseAddress("db.example", 6543, "drilling_db", "ada", Optional.of("s3cret"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:p%40ss%2Fw%3Ard%25@host/db, p@ss/w:rd%",
        "postgresql://ada:p@ss@host/db, p@ss",
        "postgresql://ada:a+b@host/db, a+b",
        "postgresql://ada:%C3%BC%E2%82%AC@host/db, ü€",
        "postgresql://ada:a:b#c@host/db, a:b#c"
    })
    void aPasswordMayHaveAnyCharacter(String url, String password) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        assertThat(address.password()).contains(password);
        assertThat(address.user() + "@" + address.host() + "/" + address.database())
                .isEqualTo("ada@host/db");
        assertThat(DatabaseAddress.parse(address.url())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada@host/db, host, 5432, db, ada",
        "postgresql://ada@[::1]/db, ::1, 5432, db, ada",
        "postgresql://ada@[fe80::1]:6000/db, fe80::1, 6000, db, ada",
        "postgresql://ada@127.0.0.1, 127.0.0.1, 5432, ada, ada",
        "postgresql://ada@/db, localhost, 5432, db, ada",
        "postgresql://ada@host:/db, host, 5432, db, ada",
        "postgres://ada@host?dbname=other, host, 5432, other, ada"
    })
    void missingPartsHaveDefaults(String url, String host, int port, String database, String user) {
        assertThat(DatabaseAddress.parse(url))
                .isEqualTo(new DatabaseAddress(host, port, database, user, Optional.empty(), Map.of()));
    }

    @Test
    void theSchemeAloneIsTheLocalDatabaseOfTheUser() {
        assertThat(DatabaseAddress.parse("postgresql://"))
                .isEqualTo(new DatabaseAddress("localhost", 5432, ME, ME, Optional.empty(), Map.of()));
    }

    @Test
    void missingPartsComeFromTheVariables() {
        assertThat(DatabaseAddress.parse(
                        "postgresql://host/db", Map.of("PGUSER", "ada", "PGPASSWORD", "p@ss", "PGHOST", "elsewhere")))
                .isEqualTo(new DatabaseAddress("host", 5432, "db", "ada", Optional.of("p@ss"), Map.of()));
    }

    @Test
    void parametersReachTheDriverUnderItsNames() throws Exception {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) DatabaseAddress.parse(
                        "postgresql://ada:s3cret@[::1]/db?sslmode=verify-full&sslrootcert=%2Fca.pem&connect_timeout=7"
                                + "&options=-c%20search_path%3Drig&keepalives=1&keepalives_idle=30")
                .dataSource();
        assertThat(dataSource.getSslmode()).isEqualTo("verify-full");
        assertThat(dataSource.getSslRootCert()).isEqualTo("/ca.pem");
        assertThat(dataSource.getConnectTimeout()).isEqualTo(7);
        assertThat(dataSource.getOptions()).isEqualTo("-c search_path=rig");
        assertThat(dataSource.getTcpKeepAlive()).isTrue();
        assertThat(dataSource.getApplicationName()).isEqualTo("derrick");
    }

    @Test
    void theUrlKeepsEverything() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://a%20b:%25@[::1]:1/d%2Fb?sslmode=require&options=-c%20x");
        assertThat(address.url()).isEqualTo("postgresql://a%20b:%25@[::1]:1/d%2Fb?options=-c%20x&sslmode=require");
        assertThat(DatabaseAddress.parse(address.url())).isEqualTo(address);
    }

    @Test
    void theRedactedUrlHasNoPassword() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://ada:s3cret@host/db?sslpassword=s3cret2&sslmode=require");
        assertThat(address.redacted()).isEqualTo("postgresql://ada@host:5432/db");
        assertThat(address).hasToString("postgresql://ada@host:5432/db");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://ada:xyzzy@host/db | it must look like postgresql://user:password@host:5432/database",
                "xyzzy | it must look like",
                "postgresql:xyzzy | it must look like",
                "postgresql://ada:xyz/zy@host/db | as %2F %3F %40",
                "postgresql://ada:xyz?zy=x@host/db | as %2F %3F %40",
                "postgresql://ada:xyz/z?y@host/db | as %2F %3F %40",
                "postgresql://ada:xyzzy | the port must be a number from 1 to 65535",
                "postgresql://ada@host:xyzzy/db | the port must be a number",
                "postgresql://ada@host:65536/db | the port must be a number",
                "postgresql://ada@host:0/db | the port must be a number",
                "postgresql://ada:xyz%zzy@host/db | after a % there must be two hex digits",
                "postgresql://ada:xyzzy%@host/db | after a % there must be two hex digits",
                "postgresql://ada:xyzzy%4@host/db | after a % there must be two hex digits",
                "postgresql://ada:xyzzy%00@host/db | after a % there must be two hex digits",
                "postgresql://ada:xyzzy%FF@host/db | the %-escapes are not UTF-8",
                "postgresql://ada:xyzzy@ho st/db | a host must be a name, an address, or the folder of a socket",
                "postgresql://ada:xyzzy@one,ho st/db | a host must be a name",
                "postgresql://ada:xyzzy@one,two/db?port=1,2,3 | one port, or as many ports as hosts",
                "postgresql://ada:xyzzy@one:1,two:x/db | the port must be a number",
                "postgresql://ada:xy,zzy | the port must be a number",
                "postgresql://ada:xyzzy@/db?host=/run,two | name one host where it is the folder of a socket",
                "postgresql://ada:xyzzy@one/db?hostaddr=two | hostaddr must be an IP address",
                "postgresql://ada:xyzzy@one,two/db?hostaddr=::1 | as many addresses in hostaddr as hosts",
                "postgresql://ada:xyzzy@one/db?hostaddr=::1&sslmode=verify-full | leave out hostaddr",
                "postgresql://ada:xyzzy@one/db?target_session_attrs=xyzzy | must be any, read-write, read-only",
                "postgresql://ada:xyzzy@one/db?load_balance_hosts=xyzzy | must be disable, random",
                "postgresql://ada:xyzzy@::1/db | there must be user:password@host:port, an IPv6 address in [ ]",
                "postgresql://ada:xyzzy@/db?host=run/postgresql | the folder of a socket, from / on",
                "postgresql://ada:xyzzy@host/db?sslmode | after the ? there must be name=value",
                "postgresql://ada:xyzzy@host/db?=x | after the ? there must be name=value",
                "postgresql://ada:xyzzy@host/db?nonsense=1 | a parameter that is not known",
                "postgresql://ada?xyzzy=host | a parameter that is not known",
                "postgresql://ada:xyzzy@host/db?sslmod=require | did you mean sslmode?",
                "postgresql://ada:xyzzy@host/db?SSLMode=require | did you mean sslmode?",
                "postgresql://ada:xyzzy@host/db?target_sesion_attr=any | did you mean target_session_attrs?",
                "postgresql://ada:xyzzy@host/db?conect_timeout=1 | did you mean connect_timeout?",
                "postgresql://ada:xyzzy@[/db | an IPv6 address in [ ]",
                "postgresql://ada:xyzzy@host/db?sslmode=xyzzy | sslmode must be disable, allow, prefer, require",
                "postgresql://ada:xyzzy@host/db?connect_timeout=xyzzy | connect_timeout must be"
            })
    void anUnreadableUrlIsExplainedAndNotShown(String url, String explanation) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageContaining(explanation)
                .hasMessageNotContaining("xyz")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service | name host, port and dbname",
                "servicefile | name host, port and dbname",
                "requirepeer | leave it out",
                "requiressl | write sslmode=require",
                "sslcrl | leave it out: revocation is not checked",
                "sslcrldir | leave it out: revocation is not checked",
                "sslcertmode | leave it out",
                "sslsni | leave it out",
                "sslkeylogfile | leave it out",
                "ssl_min_protocol_version | Java decides: jdk.tls.client.protocols",
                "ssl_max_protocol_version | Java decides: jdk.tls.client.protocols",
                "min_protocol_version | leave it out",
                "max_protocol_version | leave it out",
                "gssdelegation | leave it out",
                "replication | leave it out",
                "scram_client_key | use a password",
                "scram_server_key | use a password",
                "oauth_issuer | use a password",
                "oauth_client_id | use a password",
                "oauth_client_secret | use a password",
                "oauth_scope | use a password",
            })
    void anUnsupportedLibpqParameterIsNamed(String name, String cure) {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://ada:xyzzy@host/db?" + name + "=xyzzy"))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessage("database URL: %s is known to libpq but not supported; %s", name, cure);
    }

    @Test
    void anUnsupportedLibpqVariableIsNamed() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://host/db", Map.of("PGREQUIREPEER", "xyzzy")))
                .hasMessage("PGREQUIREPEER is known to libpq but not supported; leave it out");
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql:///db", Map.of("PGSERVICE", "xyzzy")))
                .hasMessage("PGSERVICE is known to libpq but not supported; name host, port and dbname");
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://host/db", Map.of("PGSSLMODE", "xyzzy")))
                .hasMessageStartingWith("PGSSLMODE must be disable, allow");
    }

    @Test
    void aVariableThatTheUrlOverridesIsIgnored() {
        Map<String, String> environment =
                Map.of("PGSERVICE", "rigs", "PGHOSTADDR", "10.0.0.1", "PGSSLMODE", "nonsense", "PGPASSFILE", "/pw");

        assertThat(DatabaseAddress.parse("postgresql://ada@host/db?sslmode=prefer", environment))
                .isEqualTo(new DatabaseAddress(
                        "host", 5432, "db", "ada", Optional.empty(), Map.of("sslmode", "prefer", "passfile", "/pw")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada@one:1,[::1]:5432/db",
                "postgresql://ada@one:1,[::1]/db",
                "postgresql://ada@/db?host=one,::1&port=1,5432",
                "jdbc:postgresql://one:1,[::1]/db?user=ada",
                "postgresql+psycopg2://ada@/db?host=one:1&host=[::1]:5432",
                "postgresql+psycopg2://ada@/db?host=one:1&host=[::1]",
                "postgresql://ada@/db?host=one&host=::1&port=1,5432",
            })
    void severalServersAreRead(String url) {
        DatabaseAddress address = DatabaseAddress.parse(url);

        assertThat(address.servers()).containsExactly(new Server("one", 1), new Server("::1", 5432));
        assertThat(address.url()).isEqualTo("postgresql://ada@one:1,[::1]:5432/db");
        assertThat(address.beside("other").redacted()).isEqualTo("postgresql://ada@one:1,[::1]:5432/other");
        assertThat(DatabaseAddress.parse(address.url())).isEqualTo(address);
        assertThat(address.environment()).containsEntry("PGHOST", "one,::1").containsEntry("PGPORT", "1,5432");
    }

    @Test
    void onePortIsThatOfAllServers() {
        assertThat(DatabaseAddress.parse("postgresql://", Map.of("PGHOST", "one,two", "PGPORT", "6000"))
                        .servers())
                .containsExactly(new Server("one", 6000), new Server("two", 6000));
    }

    @Test
    void libpqParametersAreSetInTheDriver() {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) DatabaseAddress.parse("postgresql://one,two/db"
                        + "?target_session_attrs=prefer-standby&load_balance_hosts=random&hostaddr=10.0.0.1,10.0.0.2"
                        + "&require_auth=scram-sha-256&krbsrvname=rigs&keepalives=0&gssencmode=disable")
                .dataSource();

        assertThat(dataSource.getTargetServerType()).isEqualTo("preferSecondary");
        assertThat(dataSource.getLoadBalanceHosts()).isTrue();
        assertThat(dataSource.getServerNames()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(dataSource.getKerberosServerName()).isEqualTo("rigs");
        assertThat(dataSource.getTcpKeepAlive()).isFalse();
        assertThat(dataSource.getGssEncMode()).isEqualTo("disable");
        assertThat(dataSource.getUrl()).contains("requireAuth=scram-sha-256");
    }

    @Test
    void theProgramsOfPostgresqlGetTheParameters() {
        assertThat(DatabaseAddress.parse(
                                "postgresql://ada@one/db?hostaddr=10.0.0.1&passfile=/pw&target_session_attrs=primary")
                        .environment())
                .containsEntry("PGHOSTADDR", "10.0.0.1")
                .containsEntry("PGPASSFILE", "/pw")
                .containsEntry("PGTARGETSESSIONATTRS", "primary");
    }

    @Test
    void noInvalidUrlPutsAPasswordIntoAMessage() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String signs = ":/?#[]@%&=+ ,;'\"\\$0aZ\u00fc\t";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder url = new StringBuilder("postgresql://ada:xyzzy@host:5432/db?sslmode=require&x=y");
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
                int from = random.nextInt(url.length());
                url.replace(from, Math.min(url.length(), from + random.nextInt(3)), sign);
            }
            String message = described(url.toString());
            assertThat(message).as("seed %d, URL %s", seed, url).doesNotContain("xy", "zz");
        }
    }

    private static String described(String url) {
        try {
            // Without a colon or an at sign, the password is parsed as a user or host, which may be shown.
            DatabaseAddress address = DatabaseAddress.parse(url);
            return address.password().isPresent() && (address.user() + address.database()).equals("adadb")
                    ? address.toString()
                    : "";
        } catch (InvalidDatabaseUrl unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }
}
