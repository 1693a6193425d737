-- homepage held "see my website" more often than an address.
ALTER TABLE users DROP COLUMN homepage;

ALTER TABLE users
    ADD COLUMN website text,
    ADD COLUMN display_slug text NOT NULL GENERATED ALWAYS AS (replace(split_part(email, '@', 1), '.', '-')) STORED,
    ADD CONSTRAINT users_website_check CHECK (website ~ '^https?://');

COMMENT ON COLUMN users.display_slug IS 'Names the profile page. Made from the email, so that it looks the same under every locale.';
