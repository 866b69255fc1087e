package derrick.domain.well;

class InMemoryWellProfilesTest implements WellProfilesContract {
    private final WellProfiles profiles = new InMemoryWellProfiles();

    @Override
    public WellProfiles profiles() {
        return profiles;
    }
}
