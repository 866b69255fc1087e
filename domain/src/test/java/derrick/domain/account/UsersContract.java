package derrick.domain.account;

import static derrick.domain.account.UserSamples.NOON;
import static derrick.domain.account.UserSamples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Users} does. The store may hold anything before a test, and is not cleaned after. */
public interface UsersContract {
    /** The store under test. */
    Users users();

    @Test
    default void aUserOfEveryKindComesBackAsTheyWere() {
        List<User> everyKind = UserSamples.everyKind(users()::nextId);
        everyKind.forEach(users()::add);

        assertThat(everyKind).allSatisfy(user -> {
            assertThat(users().find(user.id())).contains(user);
            assertThat(users().findNamed(user.username())).contains(user);
            assertThat(users().findAddressed(user.email())).contains(user);
        });
    }

    @Test
    default void aNumberIsGivenOnce() {
        List<UserId> numbers = Stream.generate(users()::nextId).limit(20).toList();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(users().find(numbers.get(0))).isEmpty();
    }

    @Test
    default void nameAndAddressAreFoundInWhateverLetterCase() {
        User user = added();
        Username shouted = new Username(user.username().value().toUpperCase(Locale.ROOT));
        EmailAddress shoutedAddress = new EmailAddress(user.email().value().toUpperCase(Locale.ROOT));

        assertThat(users().findNamed(shouted)).contains(user);
        assertThat(users().findAddressed(shoutedAddress)).contains(user);
        assertThat(users().findNamed(UserSamples.freshName())).isEmpty();
        assertThat(users().findAddressed(new EmailAddress("nobody@rig.example")))
                .isEmpty();
    }

    @Test
    default void aNameIsTakenInWhateverLetterCase() {
        User first = added();
        User second = user(users().nextId());
        Username shouted = new Username(first.username().value().toUpperCase(Locale.ROOT));

        assertThatThrownBy(() -> users().add(named(second, shouted, second.email())))
                .isInstanceOf(AlreadyExists.class)
                .hasMessage("user name '%s' already exists", shouted);
        assertThat(users().find(second.id())).isEmpty();
    }

    @Test
    default void anAddressIsTakenInWhateverLetterCase() {
        User first = added();
        User second = user(users().nextId());
        EmailAddress shouted = new EmailAddress(first.email().value().toUpperCase(Locale.ROOT));

        assertThatThrownBy(() -> users().add(named(second, second.username(), shouted)))
                .isInstanceOf(AlreadyExists.class)
                .hasMessage("e-mail address '%s' already exists", shouted);
        assertThat(users().find(second.id())).isEmpty();
    }

    @Test
    default void everybodyIsReadPageByPageFromTheNewestOn() {
        List<User> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(user(users().nextId(), UserSamples.freshName(), NOON.plusSeconds(second)));
        }
        added.forEach(users()::add);
        added.sort(Comparator.comparing(User::mark).reversed());

        List<User> all = Pages.all(2, users()::list, User::mark);

        assertThat(all).extracting(User::mark).isSortedAccordingTo(Collections.reverseOrder(PageCursor::compareTo));
        assertThat(all).containsSubsequence(added).doesNotHaveDuplicates();
        assertThat(users().list(Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    @Test
    default void whateverChangesTakesThePlaceOfWhatWas() {
        User before = added();
        for (User after : List.of(
                before.inRole(Role.ADMIN, NOON),
                before.deactivated(NOON),
                before.withPassword(new PasswordHash("another"), NOON),
                before.locked(NOON.plusSeconds(1), NOON))) {
            assertThat(users().replace(before, after)).isTrue();
            assertThat(users().find(before.id())).contains(after);
            assertThat(users().replace(after, before)).isTrue();
        }
    }

    @Test
    default void whoComesLateChangesNothing() {
        User seen = added();
        for (User now : List.of(
                seen.inRole(Role.ADMIN, NOON),
                seen.deactivated(NOON),
                seen.withPassword(new PasswordHash("another"), NOON),
                seen.locked(NOON.plusSeconds(1), NOON),
                UserSamples.signingIn(seen, new LoginSummary(1, Optional.empty(), Optional.empty())),
                UserSamples.signingIn(seen, new LoginSummary(0, Optional.empty(), Optional.of(NOON))))) {
            users().replace(seen, now);

            assertThat(users().replace(seen, seen.inRole(Role.VIEWER, NOON))).isFalse();

            assertThat(users().find(seen.id())).contains(now);
            assertThat(users().replace(now, seen)).isTrue();
        }
    }

    @Test
    default void signInsAreNotedAndChangeNothingElse() {
        User user = added();
        User other = added();

        users().noteFailedLogin(user.id());
        users().noteFailedLogin(user.id());
        assertThat(users().find(user.id()))
                .contains(UserSamples.signingIn(user, new LoginSummary(2, Optional.empty(), Optional.empty())));

        users().noteLogin(user.id(), NOON);
        assertThat(users().find(user.id()))
                .contains(UserSamples.signingIn(user, new LoginSummary(0, Optional.empty(), Optional.of(NOON))));
        assertThat(users().find(other.id())).contains(other);
    }

    private User added() {
        User user = user(users().nextId());
        users().add(user);
        return user;
    }

    private static User named(User user, Username username, EmailAddress email) {
        return new User(
                user.id(),
                username,
                email,
                user.fullName(),
                user.role(),
                user.active(),
                user.password(),
                user.passwordChangedAt(),
                user.sessionsFrom(),
                user.signIns(),
                user.createdAt());
    }
}
