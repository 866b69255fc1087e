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

/** The tests that every adapter of {@link Users} passes. Tests do not depend on other stored rows. */
public interface UsersContract {
    /** Returns the adapter under test. */
    Users users();

    @Test
    default void usersAreReadAsTheyWereStored() {
        List<User> everyKind = UserSamples.everyKind(users()::nextId);
        everyKind.forEach(users()::add);

        assertThat(everyKind).allSatisfy(user -> {
            assertThat(users().find(user.id())).contains(user);
            assertThat(users().findByUsername(user.username())).contains(user);
            assertThat(users().findByEmail(user.email())).contains(user);
        });
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<UserId> ids = Stream.generate(users()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(users().find(ids.get(0))).isEmpty();
    }

    @Test
    default void nameAndAddressAreFoundInAnyLetterCase() {
        User user = addNew();
        Username upperCase = new Username(user.username().value().toUpperCase(Locale.ROOT));
        EmailAddress upperCaseAddress = new EmailAddress(user.email().value().toUpperCase(Locale.ROOT));

        assertThat(users().findByUsername(upperCase)).contains(user);
        assertThat(users().findByEmail(upperCaseAddress)).contains(user);
        assertThat(users().findByUsername(UserSamples.freshName())).isEmpty();
        assertThat(users().findByEmail(new EmailAddress("unknown@rig.example"))).isEmpty();
    }

    @Test
    default void aNameIsUniqueInAnyLetterCase() {
        User first = addNew();
        User second = user(users().nextId());
        Username upperCase = new Username(first.username().value().toUpperCase(Locale.ROOT));

        assertThatThrownBy(() -> users().add(withNames(second, upperCase, second.email())))
                .isInstanceOf(AlreadyExists.class)
                .hasMessage("user name '%s' already exists", upperCase);
        assertThat(users().find(second.id())).isEmpty();
    }

    @Test
    default void anAddressIsUniqueInAnyLetterCase() {
        User first = addNew();
        User second = user(users().nextId());
        EmailAddress upperCase = new EmailAddress(first.email().value().toUpperCase(Locale.ROOT));

        assertThatThrownBy(() -> users().add(withNames(second, second.username(), upperCase)))
                .isInstanceOf(AlreadyExists.class)
                .hasMessage("e-mail address '%s' already exists", upperCase);
        assertThat(users().find(second.id())).isEmpty();
    }

    @Test
    default void usersAreListedPageByPageNewestFirst() {
        List<User> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(user(users().nextId(), UserSamples.freshName(), NOON.plusSeconds(second)));
        }
        added.forEach(users()::add);
        added.sort(Comparator.comparing(User::cursor).reversed());

        List<User> all = Pages.all(2, users()::list, User::cursor);

        assertThat(all).extracting(User::cursor).isSortedAccordingTo(Collections.reverseOrder(PageCursor::compareTo));
        assertThat(all).containsSubsequence(added).doesNotHaveDuplicates();
        assertThat(users().list(Page.after(PageCursor.OLDEST, 10))).isEmpty();
    }

    @Test
    default void aUserIsReplaced() {
        User before = addNew();
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
    default void aConcurrentChangeIsNotOverwritten() {
        User stale = addNew();
        for (User current : List.of(
                stale.inRole(Role.ADMIN, NOON),
                stale.deactivated(NOON),
                stale.withPassword(new PasswordHash("another"), NOON),
                stale.locked(NOON.plusSeconds(1), NOON),
                UserSamples.withLogins(stale, new LoginSummary(1, Optional.empty(), Optional.empty())),
                UserSamples.withLogins(stale, new LoginSummary(0, Optional.empty(), Optional.of(NOON))))) {
            users().replace(stale, current);

            assertThat(users().replace(stale, stale.inRole(Role.VIEWER, NOON))).isFalse();

            assertThat(users().find(stale.id())).contains(current);
            assertThat(users().replace(current, stale)).isTrue();
        }
    }

    @Test
    default void recordingALoginChangesNothingElse() {
        User user = addNew();
        User other = addNew();

        users().recordFailedLogin(user.id());
        users().recordFailedLogin(user.id());
        assertThat(users().find(user.id()))
                .contains(UserSamples.withLogins(user, new LoginSummary(2, Optional.empty(), Optional.empty())));

        users().recordLogin(user.id(), NOON);
        assertThat(users().find(user.id()))
                .contains(UserSamples.withLogins(user, new LoginSummary(0, Optional.empty(), Optional.of(NOON))));
        assertThat(users().find(other.id())).contains(other);
    }

    private User addNew() {
        User user = user(users().nextId());
        users().add(user);
        return user;
    }

    private static User withNames(User user, Username username, EmailAddress email) {
        return new User(
                user.id(),
                username,
                email,
                user.fullName(),
                user.role(),
                user.active(),
                user.password(),
                user.passwordChangedAt(),
                user.sessionsValidFrom(),
                user.logins(),
                user.createdAt());
    }
}
