package derrick.domain.account;

import derrick.domain.field.Require;

/** Where a request came from, as the network tells it: 1 to 45 characters, room for every IPv6 address. */
public record IpAddress(String value) {
    private static final int LONGEST = 45;

    /** @throws derrick.domain.field.InvalidField if it is empty or too long */
    public IpAddress {
        Require.text("ip_address", value, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
