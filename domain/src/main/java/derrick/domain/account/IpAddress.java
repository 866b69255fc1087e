package derrick.domain.account;

import derrick.domain.field.Require;

/** The IP address of a client: 1 to 45 characters, enough for every IPv6 address. */
public record IpAddress(String value) {
    private static final int MAX_LENGTH = 45;

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public IpAddress {
        Require.text("ip_address", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
