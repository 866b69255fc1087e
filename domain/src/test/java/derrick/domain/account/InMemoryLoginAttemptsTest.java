package derrick.domain.account;

class InMemoryLoginAttemptsTest implements LoginAttemptsContract {
    private final LoginAttempts attempts = new InMemoryLoginAttempts();

    @Override
    public LoginAttempts attempts() {
        return attempts;
    }
}
