-- 05-directory: sources, imports, structures, services (shared between commissioners, no person), error reports and gaps.

create table directory_source (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]{1,60}$'),
  name text not null,
  licence text not null,
  url text,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table directory_source is 'Source de l''annuaire. shared. kept: id name licence url is_demonstration created_at';
grant select, insert, update on directory_source to tu_app;

create table directory_import (
  id uuid primary key default uuidv7(),
  source_id text not null references directory_source,
  file_name text not null,
  file_hash bytea not null,
  data_date date,
  mapping jsonb,
  state text not null default 'running' check (state in ('waiting', 'running', 'done', 'failed')),
  started_at timestamptz not null,
  progressed_at timestamptz not null,
  ended_at timestamptz,
  started_by uuid references ground_staff,
  bytes_total bigint,
  bytes_read bigint not null default 0,
  received integer not null default 0,
  kept integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  remarked integer not null default 0,
  gone integer not null default 0,
  failure text
);
comment on table directory_import is 'Import. shared. kept: id source_id file_name file_hash data_date mapping state started_at progressed_at ended_at started_by bytes_total bytes_read received kept unchanged refused remarked gone failure';
grant select, insert, update on directory_import to tu_app;

create table directory_refusal (
  import_id uuid not null references directory_import,
  line integer not null,
  seq integer not null,
  object_id text,
  field text not null,
  rule text not null,
  reason text not null,
  -- A line may also be kept with something to be said about it, such as a point put right.
  verdict text not null default 'refused' check (verdict in ('refused', 'remarked')),
  primary key (import_id, line, seq)
);
comment on table directory_refusal is 'Ligne refusée, ou gardée avec une remarque. shared. kept: import_id line seq object_id field rule reason verdict';
grant select, insert on directory_refusal to tu_app;

-- Lines read and accepted wait here until the whole file is read: the directory then changes in one transaction, or not at all.
-- Unlogged, since a crash of the database ends the import anyway.
create unlogged table directory_staged (
  import_id uuid not null references directory_import,
  kind text not null check (kind in ('structure', 'service')),
  source_key text not null,
  line integer not null,
  structure_key text,
  row_hash bytea not null,
  row jsonb not null,
  raw jsonb not null,
  primary key (import_id, kind, source_key)
);
comment on table directory_staged is 'Ligne lue, pas encore dans l''annuaire. shared. kept: import_id kind source_key line structure_key row_hash row raw';
grant select, insert, delete on directory_staged to tu_app;

create table directory_structure (
  id uuid primary key default uuidv7(),
  source_id text not null references directory_source,
  source_key text not null,
  import_id uuid not null references directory_import,
  name text not null,
  siret text check (siret ~ '^[0-9]{14}$'),
  description text,
  address text,
  address_extra text,
  postal_code text,
  commune_name text,
  commune_code text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  point_from text check (point_from in ('source', 'commune')),
  phone text,
  mail text,
  website text,
  opening_hours text,
  networks text[] not null default '{}',
  accessibility_url text,
  source_url text,
  updated_on date not null,
  row_hash bytea not null,
  raw jsonb not null,
  gone_at timestamptz,
  constraint structure_of_source_once unique (source_id, source_key)
);
comment on table directory_structure is 'Structure. shared. kept: id source_id source_key import_id name siret description address address_extra postal_code commune_name commune_code latitude longitude point_from phone mail website opening_hours networks accessibility_url source_url updated_on row_hash raw gone_at';
grant select, insert, update on directory_structure to tu_app;

create table directory_service (
  id uuid primary key default uuidv7(),
  source_id text not null references directory_source,
  source_key text not null,
  import_id uuid not null references directory_import,
  structure_id uuid not null references directory_structure,
  name text not null,
  description text,
  kind text check (kind in ('accompagnement', 'aide-financiere', 'aide-materielle', 'atelier', 'formation', 'information')),
  themes text[] not null default '{}',
  publics text[] not null default '{}',
  publics_details text,
  conditions text,
  cost text check (cost in ('gratuit', 'payant')),
  cost_details text,
  access_modes text[] not null default '{}',
  mobilisation_modes text[] not null default '{}',
  mobilisable_by text[] not null default '{}',
  mobilisation_details text,
  mobilisation_url text,
  zone text[],
  address text,
  address_extra text,
  postal_code text,
  commune_name text,
  commune_code text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  point_from text check (point_from in ('source', 'structure', 'commune')),
  phone text,
  mail text,
  opening_hours text,
  weekly_hours numeric,
  weeks integer,
  source_url text,
  updated_on date not null,
  -- Name of the service and of its structure, without accents: what words are looked for in.
  search_words text not null,
  row_hash bytea not null,
  raw jsonb not null,
  gone_at timestamptz,
  constraint service_of_source_once unique (source_id, source_key)
);
create index service_by_theme on directory_service using gin (themes) where gone_at is null;
create index service_by_latitude on directory_service (latitude, longitude) where gone_at is null;
create index service_by_words on directory_service using gin (search_words gin_trgm_ops) where gone_at is null;
create index service_of_structure on directory_service (structure_id);
comment on table directory_service is 'Service. shared. kept: id source_id source_key import_id structure_id name description kind themes publics publics_details conditions cost cost_details access_modes mobilisation_modes mobilisable_by mobilisation_details mobilisation_url zone address address_extra postal_code commune_name commune_code latitude longitude point_from phone mail opening_hours weekly_hours weeks source_url updated_on search_words row_hash raw gone_at';
grant select, insert, update on directory_service to tu_app;

create table directory_error_report (
  id uuid primary key default uuidv7(),
  service_id uuid not null references directory_service,
  reason text not null check (reason in ('hours', 'phone', 'zone', 'closed', 'conditions', 'other')),
  details text check (length(details) <= 500),
  from_kind text not null check (from_kind in ('staff', 'public')),
  reported_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references ground_staff,
  settled_as text check (settled_as in ('corrected', 'unfounded'))
);
comment on table directory_error_report is 'Signalement d''erreur. shared. kept: id service_id reason from_kind reported_at settled_at settled_by settled_as; anonymised: details';
grant select, insert, update on directory_error_report to tu_app;

-- What nobody offers near a caller. One row a category, commune and radius; each time it is asked is a row of its own.
create table directory_gap (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  need text not null,
  commune_code text not null,
  radius_meters integer not null,
  status text not null default 'open' check (status in ('open', 'reported', 'resolved')),
  opened_at timestamptz not null,
  reported_at timestamptz,
  reported_to text,
  resolved_at timestamptz,
  primary key (commissioner_id, id)
);
create unique index gap_open_once on directory_gap (commissioner_id, need, commune_code, radius_meters) where status <> 'resolved';
comment on table directory_gap is 'Manque d''offre. isolated. kept: commissioner_id id need commune_code radius_meters status opened_at reported_at reported_to resolved_at';
select ground_isolate('directory_gap', 'select, insert, update');

create table directory_gap_ask (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  gap_id uuid not null,
  asked_at timestamptz not null,
  asked_from text not null check (asked_from in ('search', 'referral')),
  nearest_meters integer,
  primary key (commissioner_id, id),
  constraint gap_ask_gap_own foreign key (commissioner_id, gap_id) references directory_gap (commissioner_id, id)
);
comment on table directory_gap_ask is 'Demande restée sans solution. isolated. kept: commissioner_id id gap_id asked_at asked_from nearest_meters';
select ground_isolate('directory_gap_ask', 'select, insert');
