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
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Racers;
import derrick.persistence.store.Store;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many people decide at once; one of them is heard. */
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
        store = new Store(Jdbi.create(new PooledConnections(database.dataSource())));
        Racers.warmUp(store);
        requests = new JdbiChangeRequests(store);
        review = new ChangeReview(requests, Clock.fixed(NOON, ZoneOffset.UTC));
        reviewers = Stream.generate(() -> StoredUsers.fresh(store))
                .limit(Racers.COUNT)
                .toList();
    }

    @Test
    void ofFiftyReviewersOneApproves() throws Exception {
        ChangeRequest request = submitted();

        Racers.Finish<ChangeRequest> finish = Racers.race(racer -> review.approve(request.id(), reviewers.get(racer)));

        assertThat(finish.won()).hasSize(1);
        assertThat(requests.find(request.id())).contains(finish.won().get(0));
        assertThat(finish.lost())
                .hasSize(Racers.COUNT - 1)
                .allSatisfy(loss -> assertThat(loss)
                        .isInstanceOf(IllegalTransition.class)
                        .hasMessage("change request %s is approved and cannot become approved", request.id()));
    }

    @Test
    void ofReviewersWhoDisagreeOneIsHeardAndTheOthersAreToldWhatItWas() throws Exception {
        ChangeRequest request = submitted();

        Racers.Finish<ChangeRequest> finish = Racers.race(racer -> racer % 2 == 0
                ? review.approve(request.id(), reviewers.get(racer))
                : review.reject(request.id(), reviewers.get(racer), "no"));

        assertThat(finish.won()).hasSize(1);
        ChangeStatus winner = finish.won().get(0).stage().status();
        assertThat(finish.lost())
                .hasSize(Racers.COUNT - 1)
                .allSatisfy(loss -> assertThat(loss)
                        .isInstanceOfSatisfying(
                                IllegalTransition.class,
                                conflict -> assertThat(conflict.from()).isEqualTo(winner)));
    }

    @Test
    void anApprovedRequestIsAppliedOnce() throws Exception {
        ChangeRequest request = submitted();
        review.approve(request.id(), reviewers.get(0));

        Racers.Finish<ChangeRequest> finish = Racers.race(racer -> review.applied(request.id(), reviewers.get(racer)));

        assertThat(finish.won()).hasSize(1);
        assertThat(finish.lost()).hasSize(Racers.COUNT - 1).hasOnlyElementsOfType(IllegalTransition.class);
    }

    private ChangeRequest submitted() {
        ChangeRequest request = ChangeRequestSamples.pending(requests.nextId(), StoredUsers.fresh(store), NOON);
        requests.add(request);
        return request;
    }
}
