CREATE TABLE pictures (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    mime text NOT NULL CHECK (mime LIKE 'image/%'),
    width int NOT NULL,
    height int NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE feedback (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_id uuid NOT NULL REFERENCES articles (id),
    helpful boolean NOT NULL,
    remark text,
    given_at timestamptz NOT NULL
);
