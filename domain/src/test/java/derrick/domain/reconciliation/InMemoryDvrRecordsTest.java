package derrick.domain.reconciliation;

class InMemoryDvrRecordsTest implements DvrRecordsContract {
    private final DvrRecords records = new InMemoryDvrRecords();

    @Override
    public DvrRecords records() {
        return records;
    }
}
