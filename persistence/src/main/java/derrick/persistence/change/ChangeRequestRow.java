package derrick.persistence.change;

import derrick.domain.account.UserId;
import derrick.domain.change.ChangeRequest;
import derrick.domain.change.ChangeRequestId;
import derrick.domain.change.ChangeStage;
import derrick.domain.change.ChangeStage.Applied;
import derrick.domain.change.ChangeStage.Approved;
import derrick.domain.change.ChangeStage.Cancelled;
import derrick.domain.change.ChangeStage.Expired;
import derrick.domain.change.ChangeStage.Failed;
import derrick.domain.change.ChangeStage.Pending;
import derrick.domain.change.ChangeStage.Rejected;
import derrick.domain.change.ChangeStatus;
import derrick.domain.change.ChangeType;
import derrick.domain.change.ProposedChange;
import derrick.domain.document.JsonValue;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code change_requests}. The columns of other stages than the request's own are NULL. */
public record ChangeRequestRow(
        long id,
        String rigId,
        String changeType,
        String component,
        String parameter,
        Optional<String> oldValue,
        String newValue,
        String status,
        boolean autoExecute,
        long requestedBy,
        Optional<Long> approvedBy,
        Optional<Long> appliedBy,
        Optional<Long> closedBy,
        Instant requestedAt,
        Optional<Instant> approvedAt,
        Optional<Instant> appliedAt,
        Optional<Instant> closedAt,
        Optional<String> rejectionReason,
        Optional<String> errorMessage,
        Optional<JsonValue> metadata) {

    static ChangeRequestRow of(ChangeRequest request) {
        Facts facts = Facts.of(request.stage());
        return new ChangeRequestRow(
                request.id().value(),
                request.rig().value(),
                request.change().type().toString(),
                request.change().component(),
                request.change().parameter(),
                request.change().from(),
                request.change().to(),
                request.stage().status().toString(),
                request.autoExecute(),
                request.requestedBy().value(),
                facts.approval().map(approval -> approval.by().value()),
                facts.application().map(application -> application.by().value()),
                facts.closing().flatMap(Closing::by).map(UserId::value),
                request.requestedAt(),
                facts.approval().map(Approved::at),
                facts.application().map(Application::at),
                facts.closing().map(Closing::at),
                facts.closing().flatMap(Closing::reason),
                facts.application().flatMap(Application::error),
                request.metadata());
    }

    ChangeRequest request() {
        return new ChangeRequest(
                new ChangeRequestId(id),
                new RigId(rigId),
                new ProposedChange(
                        ChangeType.valueOf(changeType.toUpperCase(Locale.ROOT)),
                        component,
                        parameter,
                        oldValue,
                        newValue),
                autoExecute,
                new UserId(requestedBy),
                requestedAt,
                metadata,
                stage());
    }

    private ChangeStage stage() {
        return switch (ChangeStatus.valueOf(status.toUpperCase(Locale.ROOT))) {
            case PENDING -> new Pending();
            case APPROVED -> approval();
            case REJECTED -> new Rejected(closer(), closedAt.orElseThrow(), rejectionReason.orElseThrow());
            case CANCELLED -> new Cancelled(closer(), closedAt.orElseThrow());
            case EXPIRED -> new Expired(closedAt.orElseThrow());
            case APPLIED -> new Applied(approval(), applier(), appliedAt.orElseThrow());
            case FAILED -> new Failed(approval(), applier(), appliedAt.orElseThrow(), errorMessage.orElseThrow());
        };
    }

    private Approved approval() {
        return new Approved(new UserId(approvedBy.orElseThrow()), approvedAt.orElseThrow());
    }

    private UserId applier() {
        return new UserId(appliedBy.orElseThrow());
    }

    private UserId closer() {
        return new UserId(closedBy.orElseThrow());
    }

    private record Application(UserId by, Instant at, Optional<String> error) {}

    private record Closing(Optional<UserId> by, Instant at, Optional<String> reason) {}

    /** What the stage of a request holds: its approval, its application and its closing, where it has them. */
    private record Facts(Optional<Approved> approval, Optional<Application> application, Optional<Closing> closing) {
        private static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), Optional.empty());

        static Facts of(ChangeStage stage) {
            if (stage instanceof Approved approval) {
                return new Facts(Optional.of(approval), Optional.empty(), Optional.empty());
            }
            if (stage instanceof Applied applied) {
                return applied(applied.approval(), new Application(applied.by(), applied.at(), Optional.empty()));
            }
            if (stage instanceof Failed failed) {
                return applied(
                        failed.approval(), new Application(failed.by(), failed.at(), Optional.of(failed.error())));
            }
            if (stage instanceof Rejected rejected) {
                return closed(Optional.of(rejected.by()), rejected.at(), Optional.of(rejected.reason()));
            }
            if (stage instanceof Cancelled cancelled) {
                return closed(Optional.of(cancelled.by()), cancelled.at(), Optional.empty());
            }
            return stage instanceof Expired expired ? closed(Optional.empty(), expired.at(), Optional.empty()) : NONE;
        }

        private static Facts applied(Approved approval, Application application) {
            return new Facts(Optional.of(approval), Optional.of(application), Optional.empty());
        }

        private static Facts closed(Optional<UserId> by, Instant at, Optional<String> reason) {
            return new Facts(Optional.empty(), Optional.empty(), Optional.of(new Closing(by, at, reason)));
        }
    }
}
