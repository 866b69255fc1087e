package derrick.domain.account;

class InMemoryBlacklistedTokensTest implements BlacklistedTokensContract {
    private final BlacklistedTokens tokens = new InMemoryBlacklistedTokens();

    @Override
    public BlacklistedTokens tokens() {
        return tokens;
    }

    @Override
    public UserId freshUser() {
        return new UserId(1);
    }
}
