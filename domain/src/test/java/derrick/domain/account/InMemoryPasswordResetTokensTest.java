package derrick.domain.account;

class InMemoryPasswordResetTokensTest implements PasswordResetTokensContract {
    private final PasswordResetTokens tokens = new InMemoryPasswordResetTokens();

    @Override
    public PasswordResetTokens tokens() {
        return tokens;
    }

    @Override
    public UserId freshUser() {
        return new UserId(1);
    }
}
