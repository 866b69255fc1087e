-- The models there are, trained when, kept where.

CREATE TABLE model_versions (
    id            serial PRIMARY KEY,
    model_name    varchar(100) NOT NULL,
    version       varchar(50) NOT NULL,
    model_type    varchar(50) NOT NULL,
    file_path     varchar(255) NOT NULL,
    metrics       jsonb,                  -- of its training
    training_date timestamp,
    is_active     boolean DEFAULT false,  -- whether it predicts now
    description   text,
    created_by    varchar(100)
);

CREATE INDEX ix_model_versions_model_name ON model_versions (model_name);
