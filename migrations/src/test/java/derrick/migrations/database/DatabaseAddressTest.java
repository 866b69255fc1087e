package derrick.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void aPasswordMayHoldAnySign(String url, String password) {
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
    void whatIsLeftOutIsAsUsual(String url, String host, int port, String database, String user) {
        assertThat(DatabaseAddress.parse(url))
                .isEqualTo(new DatabaseAddress(host, port, database, user, Optional.empty(), Map.of()));
    }

    @Test
    void nothingButTheSchemeMeansMyDatabaseHere() {
        assertThat(DatabaseAddress.parse("postgresql://"))
                .isEqualTo(new DatabaseAddress("localhost", 5432, ME, ME, Optional.empty(), Map.of()));
    }

    @Test
    void whatAUrlLeavesOutComesFromTheVariables() {
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
    void whatAPersonSeesHasNoPassword() {
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
                "postgresql://ada:xyzzy@one,two/db | there must be one host",
                "postgresql://ada:xyzzy@ho st/db | there must be one host",
                "postgresql://ada:xyzzy@::1/db | there must be user:password@host:port, an IPv6 address in [ ]",
                "postgresql://ada:xyzzy@/db?host=run/postgresql | the folder of a socket, from / on",
                "postgresql://ada:xyzzy@host/db?sslmode | after the ? there must be name=value",
                "postgresql://ada:xyzzy@host/db?=x | after the ? there must be name=value",
                "postgresql://ada:xyzzy@host/db?nonsense=1 | a parameter that is not known",
                "postgresql://ada?xyzzy=host | a parameter that is not known",
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

    @Test
    void noGarbageGetsAPasswordIntoAMessage() {
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
            // Without its colon or at sign the password is a user's or a host's name, and that may be told.
            DatabaseAddress address = DatabaseAddress.parse(url);
            return address.password().isPresent() && (address.user() + address.database()).equals("adadb")
                    ? address.toString()
                    : "";
        } catch (InvalidDatabaseUrl unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }
}
