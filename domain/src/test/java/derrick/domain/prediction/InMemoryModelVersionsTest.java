package derrick.domain.prediction;

class InMemoryModelVersionsTest implements ModelVersionsContract {
    private final ModelVersions versions = new InMemoryModelVersions();

    @Override
    public ModelVersions versions() {
        return versions;
    }
}
