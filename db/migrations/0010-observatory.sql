-- 10-observatory: facts without identity, in a schema of their own, read under a role that sees nothing else.

create schema observatory;
grant usage on schema observatory to tu_app, tu_numbers;

-- The key that makes pseudonyms of a month. Destroyed once the month is closed: after that nobody can link a fact to a person.
create table observatory.month_key (
  month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  key bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  constraint month_key_destroyed check ((key is null) = (destroyed_at is not null))
);
comment on table observatory.month_key is 'Clé du mois. shared. kept: month created_at destroyed_at; purged: key';

create table observatory.fact (
  id bigint generated always as identity primary key,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  contributor uuid not null,
  situation_pseudonym bytea not null,
  person_pseudonym bytea not null,
  kind text not null check (kind in ('situation', 'demand', 'need', 'emotion', 'referral', 'gap', 'gain')),
  theme text,
  need text,
  origin text check (origin in ('expressed', 'detected', 'register')),
  severity integer,
  emotion text,
  intensity integer,
  outcome text,
  amount_cents bigint,
  departement text,
  population text
);
create index fact_of_month on observatory.fact (month, kind);
create index fact_of_situation on observatory.fact (month, situation_pseudonym);
comment on table observatory.fact is 'Fait sans identité. shared. kept: id month contributor situation_pseudonym person_pseudonym kind theme need origin severity emotion intensity outcome amount_cents departement population';

create table observatory.edition (
  month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  figures jsonb not null,
  fingerprint bytea not null,
  taxonomy_version text not null,
  closed_at timestamptz not null
);
comment on table observatory.edition is 'Édition du mois. shared. kept: month figures fingerprint taxonomy_version closed_at';

grant select on observatory.fact, observatory.edition to tu_numbers;
grant insert on observatory.edition to tu_numbers;
