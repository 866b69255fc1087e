-- Changes that somebody asks for on a rig, and that somebody else approves.

CREATE TABLE change_requests (
    id               serial PRIMARY KEY,
    rig_id           varchar(50) NOT NULL,
    change_type      varchar(20) NOT NULL,           -- optimization, maintenance, validation
    component        varchar(100) NOT NULL,
    parameter        varchar(100) NOT NULL,
    old_value        text,
    new_value        text NOT NULL,
    status           varchar(20) DEFAULT 'pending',  -- pending, approved, rejected, applied, failed
    auto_execute     boolean DEFAULT false,          -- applied as soon as it is approved
    requested_by     integer REFERENCES users ON DELETE SET NULL,
    approved_by      integer REFERENCES users ON DELETE SET NULL,
    applied_by       integer REFERENCES users ON DELETE SET NULL,
    requested_at     timestamp,
    approved_at      timestamp,
    applied_at       timestamp,
    rejection_reason text,
    error_message    text,                           -- why it could not be applied
    metadata         jsonb
);

CREATE INDEX ix_change_requests_rig_id ON change_requests (rig_id);
CREATE INDEX ix_change_requests_change_type ON change_requests (change_type);
CREATE INDEX ix_change_requests_status ON change_requests (status);
CREATE INDEX ix_change_requests_requested_at ON change_requests (requested_at);
CREATE INDEX ix_change_requests_requested_by ON change_requests (requested_by);
