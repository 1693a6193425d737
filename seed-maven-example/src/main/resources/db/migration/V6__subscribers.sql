CREATE TABLE subscribers (
    id           bigserial PRIMARY KEY,
    email        varchar(254) NOT NULL UNIQUE,
    cadence      text         NOT NULL DEFAULT 'weekly',
    locale       varchar(5)   NOT NULL DEFAULT 'en',
    confirmed_at timestamptz,
    CONSTRAINT subscribers_cadence_check CHECK (cadence IN ('daily', 'weekly', 'monthly'))
);

COMMENT ON TABLE subscribers IS 'Addresses the newsletter goes to. Readers need no account for it.';
COMMENT ON COLUMN subscribers.confirmed_at IS 'When the link in the first mail was clicked; NULL means it goes unanswered.';
