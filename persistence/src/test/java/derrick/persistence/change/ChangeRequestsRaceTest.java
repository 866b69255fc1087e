package derrick.persistence.change;

import static derrick.domain.change.ChangeRequestSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeRequest;
import derrick.domain.change.ChangeRequestSamples;
import derrick.domain.change.ChangeRequests;
import derrick.domain.change.ChangeReview;
import derrick.domain.change.ChangeStatus;
import derrick.domain.failure.IllegalTransition;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.account.StoredUsers;
import derrick.persistence.store.ConcurrentCalls;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of fifty concurrent decisions on a change request one succeeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeRequestsRaceTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private Store store;
    private ChangeRequests requests;
    private ChangeReview review;
    private List<UserId> reviewers;

    @BeforeAll
    void connect() throws Exception {
        store = PooledConnections.storeOn(database);
        ConcurrentCalls.warmUp(store);
        requests = new JdbiChangeRequests(store);
        review = new ChangeReview(requests, Clock.fixed(NOON, ZoneOffset.UTC));
        reviewers = Stream.generate(() -> StoredUsers.fresh(store))
                .limit(ConcurrentCalls.COUNT)
                .toList();
    }

    @Test
    void ofSeveralApprovalsOneSucceeds() throws Exception {
        ChangeRequest request = submitted();

        ConcurrentCalls.Results<ChangeRequest> results =
                ConcurrentCalls.run(caller -> review.approve(request.id(), reviewers.get(caller)));

        assertThat(results.succeeded()).hasSize(1);
        assertThat(requests.find(request.id())).contains(results.succeeded().get(0));
        assertThat(results.failed())
                .hasSize(ConcurrentCalls.COUNT - 1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("change request %s is approved and cannot become approved", request.id()));
    }

    @Test
    void ofApprovalsAndRejectionsOneSucceedsAndTheOthersFailWithItsStatus() throws Exception {
        ChangeRequest request = submitted();

        ConcurrentCalls.Results<ChangeRequest> results = ConcurrentCalls.run(caller -> caller % 2 == 0
                ? review.approve(request.id(), reviewers.get(caller))
                : review.reject(request.id(), reviewers.get(caller), "no"));

        assertThat(results.succeeded()).hasSize(1);
        ChangeStatus winner = results.succeeded().get(0).stage().status();
        assertThat(results.failed())
                .hasSize(ConcurrentCalls.COUNT - 1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                IllegalTransition.class,
                                conflict -> assertThat(conflict.from()).isEqualTo(winner)));
    }

    @Test
    void anApprovedRequestIsAppliedOnce() throws Exception {
        ChangeRequest request = submitted();
        review.approve(request.id(), reviewers.get(0));

        ConcurrentCalls.Results<ChangeRequest> results =
                ConcurrentCalls.run(caller -> review.recordApplied(request.id(), reviewers.get(caller)));

        assertThat(results.succeeded()).hasSize(1);
        assertThat(results.failed()).hasSize(ConcurrentCalls.COUNT - 1).hasOnlyElementsOfType(IllegalTransition.class);
    }

    private ChangeRequest submitted() {
        ChangeRequest request = ChangeRequestSamples.pending(requests.nextId(), StoredUsers.fresh(store), NOON);
        requests.add(request);
        return request;
    }
}
