package derrick.persistence.account;

import derrick.domain.account.User;
import derrick.domain.account.UserId;
import derrick.domain.account.UserSamples;
import derrick.domain.account.Users;
import derrick.persistence.store.Store;

/** Adds users that rows of other tables can reference. */
public final class StoredUsers {
    private StoredUsers() {}

    /** Adds a user and returns its id. */
    public static UserId fresh(Store store) {
        Users users = new JdbiUsers(store);
        User user = UserSamples.user(users.nextId());
        users.add(user);
        return user.id();
    }
}
