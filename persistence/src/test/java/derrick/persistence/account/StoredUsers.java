package derrick.persistence.account;

import derrick.domain.account.User;
import derrick.domain.account.UserId;
import derrick.domain.account.UserSamples;
import derrick.domain.account.Users;
import derrick.persistence.store.Store;

/** Users whom the tables know, for those that refer to them. */
public final class StoredUsers {
    private StoredUsers() {}

    /** Somebody no test has used. */
    public static UserId fresh(Store store) {
        Users users = new JdbiUsers(store);
        User user = UserSamples.user(users.nextId());
        users.add(user);
        return user.id();
    }
}
