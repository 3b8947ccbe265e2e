-- The one schema that everybody may read, and what stands in it beside the views of layers.
CREATE SCHEMA IF NOT EXISTS pub;
GRANT USAGE ON SCHEMA pub TO sip_public, sip_editor;

CREATE TABLE IF NOT EXISTS pub.code (
    list text NOT NULL,
    code text NOT NULL,
    position integer NOT NULL,
    title_pl text NOT NULL,
    title_en text NOT NULL,
    uri text NOT NULL,
    valid_from date,
    valid_to date,
    PRIMARY KEY (list, code)
);

CREATE TABLE IF NOT EXISTS pub.layer_state (
    layer text PRIMARY KEY,
    rows bigint NOT NULL,
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    time_from timestamptz,
    time_to timestamptz,
    changed timestamptz NOT NULL
);

GRANT SELECT ON pub.code, pub.layer_state TO sip_public, sip_editor;
