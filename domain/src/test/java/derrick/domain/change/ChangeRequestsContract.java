package derrick.domain.change;

import static derrick.domain.change.ChangeRequestSamples.NOON;
import static derrick.domain.change.ChangeRequestSamples.pending;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.account.UserId;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.page.Pages;
import derrick.domain.testing.SealedSubtypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that every adapter of {@link ChangeRequests} passes. Tests do not depend on other stored rows. */
public interface ChangeRequestsContract {
    /** Returns the adapter under test. */
    ChangeRequests requests();

    /** Returns the ID of a stored user that no test has used. */
    UserId freshUser();

    @Test
    default void aRequestOfEveryKindIsReadAsItWasStored() {
        List<ChangeRequest> everyKind = ChangeRequestSamples.everyKind(requests()::nextId, freshUser(), freshUser());
        everyKind.forEach(requests()::add);

        assertThat(everyKind)
                .allSatisfy(request -> assertThat(requests().find(request.id())).contains(request));
        SealedSubtypes.assertAllPresent(
                everyKind.stream().map(ChangeRequest::stage).toList(), ChangeStage.class);
    }

    @Test
    default void anIdIsReturnedOnce() {
        List<ChangeRequestId> ids =
                Stream.generate(requests()::nextId).limit(20).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(requests().find(ids.get(0))).isEmpty();
    }

    @Test
    default void aStageIsReplacedByTheNext() {
        UserId requester = freshUser();
        for (ChangeStage stage : ChangeRequestSamples.everyStage(freshUser(), requester)) {
            ChangeRequest before = addNew(requester, NOON);
            ChangeRequest after = at(before, stage);

            assertThat(requests().replace(before, after)).isTrue();

            assertThat(requests().find(before.id())).contains(after);
        }
    }

    @Test
    default void aConcurrentChangeIsNotOverwritten() {
        ChangeRequest stale = addNew(freshUser(), NOON);
        ChangeRequest cancelled = stale.cancel(stale.requestedBy(), NOON);
        requests().replace(stale, cancelled);

        assertThat(requests().replace(stale, stale.approve(freshUser(), NOON))).isFalse();

        assertThat(requests().find(stale.id())).contains(cancelled);
    }

    @Test
    default void anUnknownEntryIsNotReplaced() {
        ChangeRequest unknown = pending(requests().nextId(), freshUser(), NOON);

        assertThat(requests().replace(unknown, unknown.expire(NOON))).isFalse();
        assertThat(requests().find(unknown.id())).isEmpty();
    }

    @Test
    default void aListIsReadPageByPageNewestFirst() {
        UserId requester = freshUser();
        List<ChangeRequest> added = new ArrayList<>();
        for (int second : new int[] {3, 1, 2, 2, 2, 5, 4}) {
            added.add(addNew(requester, NOON.plusSeconds(second)));
        }
        added.sort((one, other) -> other.cursor().compareTo(one.cursor()));

        List<ChangeRequest> all =
                Pages.all(2, page -> requests().list(ChangeStatus.PENDING, page), ChangeRequest::cursor);

        assertThat(all)
                .extracting(ChangeRequest::cursor)
                .isSortedAccordingTo(Collections.reverseOrder(PageCursor::compareTo));
        assertThat(of(requester, all)).isEqualTo(added);
    }

    @Test
    default void aListHoldsExactlyTheEntriesOfItsStage() {
        UserId requester = freshUser();
        UserId reviewer = freshUser();
        List<ChangeRequest> added = ChangeRequestSamples.everyKind(requests()::nextId, requester, reviewer);
        added.forEach(requests()::add);

        for (ChangeStatus status : ChangeStatus.values()) {
            Set<ChangeRequest> expected = added.stream()
                    .filter(request -> request.stage().status() == status)
                    .collect(Collectors.toSet());

            List<ChangeRequest> listed = Pages.all(100, page -> requests().list(status, page), ChangeRequest::cursor);

            assertThat(of(requester, listed)).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    default void theListIsEmptyAfterTheOldest() {
        addNew(freshUser(), NOON);

        assertThat(requests().list(ChangeStatus.PENDING, Page.after(PageCursor.OLDEST, 10)))
                .isEmpty();
    }

    @Test
    default void pendingRequestsAreListedOldestFirst() {
        UserId requester = freshUser();
        Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
        ChangeRequest second = addNew(requester, longAgo.plusNanos(1000));
        ChangeRequest first = addNew(requester, longAgo);
        ChangeRequest third = addNew(requester, longAgo.plusSeconds(1));
        ChangeRequest closed = addNew(requester, longAgo);
        requests().replace(closed, closed.expire(NOON));

        assertThat(of(requester, requests().listPendingBefore(third.requestedAt(), 1000)))
                .containsExactly(first, second);
        assertThat(requests().listPendingBefore(third.requestedAt(), 1)).hasSize(1);
    }

    private ChangeRequest addNew(UserId requester, Instant at) {
        ChangeRequest request = pending(requests().nextId(), requester, at);
        requests().add(request);
        return request;
    }

    private static List<ChangeRequest> of(UserId requester, List<ChangeRequest> listed) {
        return listed.stream()
                .filter(request -> request.requestedBy().equals(requester))
                .toList();
    }

    private static ChangeRequest at(ChangeRequest request, ChangeStage stage) {
        return new ChangeRequest(
                request.id(),
                request.rig(),
                request.change(),
                request.autoExecute(),
                request.requestedBy(),
                request.requestedAt(),
                request.metadata(),
                stage);
    }
}
