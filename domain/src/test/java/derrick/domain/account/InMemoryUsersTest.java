package derrick.domain.account;

class InMemoryUsersTest implements UsersContract {
    private final Users users = new InMemoryUsers();

    @Override
    public Users users() {
        return users;
    }
}
