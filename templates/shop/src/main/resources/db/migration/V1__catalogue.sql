CREATE TYPE stock_state AS ENUM ('in_stock', 'low', 'sold_out');

CREATE TABLE categories (
    slug text PRIMARY KEY,
    name varchar(40) NOT NULL UNIQUE,
    position smallint NOT NULL CHECK (position > 0)
);

CREATE TABLE products (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku varchar(12) NOT NULL UNIQUE CHECK (sku ~ '^[A-Z]{2}-[0-9]{3}$'),
    category_slug text NOT NULL REFERENCES categories (slug),
    name varchar(60) NOT NULL,
    slug text NOT NULL UNIQUE,
    summary varchar(160) NOT NULL,
    description text NOT NULL,
    price numeric(8,2) NOT NULL CHECK (price > 0),
    weight_grams int CHECK (weight_grams > 0),
    origin text,
    labels text[] NOT NULL DEFAULT '{}',
    stock stock_state NOT NULL DEFAULT 'in_stock',
    listed_at timestamptz NOT NULL
);
