package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.field.InvalidField;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "mona lisa", "mоna", "mona\n", "a@b", "012345678901234567890123456789012345678901234567890"})
    void newUsernamesHaveFewKindsOfCharacters(String name) {
        assertThatThrownBy(() -> Username.forNewAccount(name))
                .isInstanceOf(InvalidField.class)
                .hasMessage("username must be 1 to 50 letters, digits, '.', '-' or '_'");
    }

    @Test
    void storedUsernamesMayHaveOtherCharacters() {
        assertThat(new Username("mona lisa")).hasToString("mona lisa");
        assertThatThrownBy(() -> new Username("")).hasMessage("username must be 1 to 50 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mona", "mona@", "@rig", "mo na@rig", "mona@rig@rig", "mona@rig\n"})
    void newAddressesHaveTheFormNameAtHost(String address) {
        assertThatThrownBy(() -> EmailAddress.forNewAccount(address))
                .isInstanceOf(InvalidField.class)
                .hasMessage("email must have the form name@host");
    }

    @Test
    void letterCaseIsStoredAndIgnoredInComparisons() {
        assertThat(new Username("Mona").isSameAs(new Username("mONA"))).isTrue();
        assertThat(new Username("Mona").isSameAs(new Username("Monb"))).isFalse();
        assertThat(new EmailAddress("A@b").isSameAs(new EmailAddress("a@B"))).isTrue();
        assertThat(new EmailAddress("A@b").isSameAs(new EmailAddress("a@c"))).isFalse();
        assertThat(new Username("Mona")).hasToString("Mona");
    }

    @Test
    void toStringHidesSecrets() {
        ResetSecret secret = ResetSecret.random(new SecureRandom());
        User user = UserSamples.user(new UserId(1)).withPassword(new PasswordHash("s3cret"), NOON);

        assertThat(secret.toString()).doesNotContain(secret.value());
        assertThat(user.toString()).doesNotContain("s3cret").contains("(hidden)");
    }

    @Test
    void secretsHave256BitsAndAreSafeInAUrl() {
        SecureRandom random = new SecureRandom();

        assertThat(Stream.generate(() -> ResetSecret.random(random)).limit(100))
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret.value()).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void aTokenHashIsTheSha256OfTheSecret() {
        assertThat(TokenHash.of(new ResetSecret("abc")).value())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> new TokenHash("abc"))
                .isInstanceOf(InvalidField.class)
                .hasMessage("token_hash must be 64 hexadecimal digits in lower case");
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> new LoginSummary(-1, Optional.empty(), Optional.empty()))
                .hasMessage("failed_login_attempts must be 0 or more");
        assertThatThrownBy(() -> new PasswordHash("x".repeat(256)))
                .hasMessage("hashed_password must be at most 255 characters");
        assertThatThrownBy(() -> UserSamples.user(new UserId(1)).deactivated(NOON.plusNanos(1)))
                .hasMessage("sessions_valid_from must not be finer than a microsecond");
        assertThatThrownBy(() -> new UserId(0)).hasMessage("user_id must be 1 or more");
    }
}
