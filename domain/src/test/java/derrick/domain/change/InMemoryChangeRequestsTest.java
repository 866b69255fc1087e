package derrick.domain.change;

import derrick.domain.account.UserId;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryChangeRequestsTest implements ChangeRequestsContract {
    private final ChangeRequests requests = new InMemoryChangeRequests();
    private final AtomicLong users = new AtomicLong();

    @Override
    public ChangeRequests requests() {
        return requests;
    }

    @Override
    public UserId freshUser() {
        return new UserId(users.incrementAndGet());
    }
}
