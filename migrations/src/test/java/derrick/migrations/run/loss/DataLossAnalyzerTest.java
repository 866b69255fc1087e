package derrick.migrations.run.loss;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Script;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLossAnalyzerTest {
    @Test
    void droppedTruncatedAndDeletedDataIsLost() {
        assertThat(losses("DROP TABLE IF EXISTS users, public.\"Odd\", audit.trail CASCADE"))
                .containsExactly("TABLE users", "TABLE Odd", "TABLE audit.trail");
        assertThat(losses("TRUNCATE TABLE ONLY users, wells RESTART IDENTITY"))
                .containsExactly("TRUNCATED users", "TRUNCATED wells");
        assertThat(losses("DELETE FROM users WHERE age > 3")).containsExactly("DELETED users");
        assertThat(losses("WITH gone AS (DELETE FROM users RETURNING *) INSERT INTO old SELECT * FROM gone"))
                .containsExactly("DELETED users");
        assertThat(losses("ALTER TABLE users DROP COLUMN IF EXISTS email, DROP phone, ALTER age TYPE smallint"))
                .containsExactly("COLUMN users.email", "COLUMN users.phone", "NARROWED users.age");
    }

    @Test
    void doBlocksAreRead() {
        assertThat(losses("""
                        DO $body$ BEGIN
                            IF EXISTS (SELECT FROM users) THEN DELETE FROM users; END IF;
                            LOOP TRUNCATE wells; EXIT; END LOOP;
                            DROP TABLE "it's";
                        END $body$""")).containsExactly("DELETED users", "TRUNCATED wells", "TABLE it's");
        assertThat(losses("DO $$ BEGIN GRANT SELECT, TRUNCATE, INSERT ON users TO app; CREATE TRIGGER keep"
                        + " BEFORE TRUNCATE ON users EXECUTE FUNCTION no(); END $$"))
                .isEmpty();
        assertThat(losses("DO LANGUAGE plperl $$ print 'it; $$")).isEmpty();
        assertThat(losses("DO 'BEGIN DROP TABLE users; END'")).containsExactly("TABLE users");
    }

    @Test
    void droppingObjectsThatTheScriptsCreatedIsNoLoss() {
        assertThat(losses(
                        "CREATE TABLE made (id int)", "ALTER TABLE made RENAME TO renamed", "DROP TABLE made, renamed"))
                .isEmpty();
        assertThat(losses("ALTER TABLE users ADD COLUMN made int", "ALTER TABLE users DROP COLUMN made"))
                .isEmpty();
        assertThat(losses("DROP TABLE users", "CREATE TABLE users (id int)", "DROP TABLE users"))
                .containsExactly("TABLE users");
        assertThat(losses("CREATE TABLE IF NOT EXISTS users (id int)", "DROP TABLE users"))
                .containsExactly("TABLE users");
    }

    @Test
    void aLossHasTheOriginalName() {
        assertThat(losses("ALTER TABLE users RENAME TO people", "DROP TABLE people"))
                .containsExactly("TABLE users");
        assertThat(losses(
                        "ALTER TABLE users RENAME COLUMN email TO mail",
                        "ALTER TABLE users RENAME TO people",
                        "ALTER TABLE people DROP COLUMN mail, DROP COLUMN email"))
                .containsExactly("COLUMN users.email");
    }

    @Test
    void aTableReplacedUnderItsNameIsRewritten() {
        assertThat(losses(
                        "ALTER TABLE users RENAME TO users_old",
                        "CREATE TABLE users (id int)",
                        "INSERT INTO users SELECT id FROM users_old",
                        "DROP TABLE users_old",
                        "ALTER TABLE users DROP COLUMN id"))
                .containsExactly("REWRITTEN users");
    }

    @Test
    void lossesWithinADroppedTableAreNotListed() {
        assertThat(losses(
                        "ALTER TABLE users DROP COLUMN email",
                        "DELETE FROM users",
                        "TRUNCATE users",
                        "DROP TABLE users"))
                .containsExactly("TABLE users");
        assertThat(losses("DELETE FROM users", "TRUNCATE users")).containsExactly("TRUNCATED users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (b int REFERENCES c ON DELETE CASCADE)",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM users'",
                "CREATE TRIGGER t AFTER DELETE ON users FOR EACH ROW EXECUTE FUNCTION f()",
                "ALTER TABLE users DROP CONSTRAINT users_pkey",
                "ALTER TABLE users ALTER COLUMN email DROP NOT NULL",
                "ALTER TABLE users DETACH PARTITION users_1",
                "DROP INDEX users_email",
                "UPDATE users SET email = 'DROP TABLE users'",
                "SELECT 1; -- DROP TABLE users"
            })
    void otherStatementsLoseNothing(String sql) {
        assertThat(losses(sql)).isEmpty();
    }

    private static List<String> losses(String... scripts) {
        List<Script> written = Stream.of(scripts)
                .map(text -> new Script("V001__x.sql", "V001__x.sql", text))
                .toList();
        return DataLossAnalyzer.of(written).stream()
                .map(loss -> loss.kind() + " " + loss.name())
                .toList();
    }
}
