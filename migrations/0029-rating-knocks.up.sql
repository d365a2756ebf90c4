-- A rating's link opens so many times in so many minutes: counted like the knocks at the other links, and shown to nobody.
ALTER TABLE rating ADD COLUMN window_from timestamptz, ADD COLUMN hits integer NOT NULL DEFAULT 0;
