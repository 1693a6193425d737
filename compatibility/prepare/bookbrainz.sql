-- The schemas that BookBrainz expects to be there.
CREATE SCHEMA musicbrainz;
CREATE SCHEMA bookbrainz;
