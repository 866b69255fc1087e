-- Maintenance that is planned or was done.

CREATE TABLE maintenance_schedules (
    id                       serial PRIMARY KEY,
    rig_id                   varchar(50) NOT NULL,
    component                varchar(100) NOT NULL,
    maintenance_type         varchar(50) NOT NULL,
    scheduled_date           timestamp NOT NULL,
    estimated_duration_hours double precision NOT NULL,        -- h
    priority                 varchar(20) NOT NULL,             -- low, medium, high
    status                   varchar(20) DEFAULT 'scheduled',  -- scheduled, in_progress, completed, cancelled
    assigned_to              varchar(100),
    notes                    text,
    created_at               timestamp,
    updated_at               timestamp
);

CREATE INDEX ix_maintenance_schedules_rig_id ON maintenance_schedules (rig_id);
CREATE INDEX ix_maintenance_schedules_scheduled_date ON maintenance_schedules (scheduled_date);
CREATE INDEX ix_maintenance_schedules_status ON maintenance_schedules (status);
