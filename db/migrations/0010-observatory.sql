-- 10-observatory: facts without identity, in a schema of their own, read under a role that sees nothing else.

create schema observatory;
grant usage on schema observatory to tu_app, tu_numbers;

-- The key that makes pseudonyms of a month. Destroyed once the month is closed: after that nobody can link a fact to a person.
create table observatory.month_key (
  month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  key bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  constraint month_key_long check (length(key) >= 32),
  constraint month_key_destroyed check ((key is null) = (destroyed_at is not null))
);
comment on table observatory.month_key is 'Clé du mois. shared. kept: month created_at destroyed_at; purged: key';

create table observatory.fact (
  id bigint generated always as identity primary key,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  contributor uuid not null,
  is_demonstration boolean not null,
  situation_pseudonym bytea not null,
  person_pseudonym bytea not null,
  kind text not null check (kind in ('situation', 'demand', 'need', 'emotion', 'referral', 'right', 'gap', 'gain')),
  theme text,
  need text,
  origin text check (origin in ('expressed', 'detected', 'register')),
  severity integer,
  emotion text,
  intensity integer,
  outcome text,
  amount_cents bigint,
  -- A right acquired and confirmed not to be received: which one, and between which amounts a month.
  right_code text,
  band text,
  departement text,
  population text
);
create index fact_of_month on observatory.fact (month, kind);
create index fact_of_situation on observatory.fact (month, situation_pseudonym);
comment on table observatory.fact is 'Fait sans identité. shared. kept: id month contributor is_demonstration situation_pseudonym person_pseudonym kind theme need origin severity emotion intensity outcome amount_cents right_code band departement population';

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

/** One writer of facts or one closing of a month at a time; many writers side by side. Held until the transaction ends. */
create function observatory.hold_month(asked text, alone boolean) returns void
  language plpgsql set search_path = '' as $$
begin
  if alone then
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('observatory ' || asked, 0));
  else
    perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('observatory ' || asked, 0));
  end if;
end $$;

/** The key of a month, made from the bytes given the first time it is asked for; null once it is destroyed. */
create function observatory.key_of_month(asked text, drawn bytea, at timestamptz) returns bytea
  language plpgsql security definer set search_path = '' as $$
begin
  insert into observatory.month_key (month, key, created_at) values (asked, drawn, at) on conflict (month) do nothing;
  return (select key from observatory.month_key where month = asked);
end $$;

/** Months that still have their key, up to one: those that a closing may be due for. */
create function observatory.months_open(until text) returns setof text
  language sql stable security definer set search_path = ''
  begin atomic
    select month from observatory.month_key where key is not null and month <= until order by month;
  end;

/**
 * Replaces the facts of these situations in a month. Says false, and changes nothing, when the month is closed or its key destroyed.
 * The contributor is the commissioner of the transaction: nobody writes in another's name.
 */
create function observatory.keep_facts(asked text, situations bytea[], facts jsonb) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  author uuid := public.ground_current_commissioner();
  invented boolean := (select is_demonstration from public.ground_commissioner where id = author);
begin
  perform observatory.hold_month(asked, false);
  if not exists (select from observatory.month_key where month = asked and key is not null)
    or exists (select from observatory.edition where month = asked) then
    return false;
  end if;
  delete from observatory.fact where month = asked and situation_pseudonym = any (situations) and contributor = author;
  insert into observatory.fact (month, contributor, is_demonstration, situation_pseudonym, person_pseudonym, kind, theme, need, origin, severity, emotion, intensity, outcome, right_code, band, departement, population)
  select asked, author, invented, decode(f.situation, 'hex'), decode(f.person, 'hex'), f.kind, f.theme, f.need, f.origin, f.severity, f.emotion, f.intensity, f.outcome, f."right", f.band, f.departement, f.population
  from jsonb_to_recordset(facts) as f (situation text, person text, kind text, theme text, need text, origin text, severity integer, emotion text, intensity integer, outcome text, "right" text, band text, departement text, population text)
  where decode(f.situation, 'hex') = any (situations);
  return true;
end $$;

/** Destroys the key of a month that has its edition: what was kept can no longer be linked to anybody. Doing it again changes nothing. */
create function observatory.destroy_month_key(asked text, at timestamptz) returns void
  language sql security definer set search_path = ''
  begin atomic
    update observatory.month_key set key = null, destroyed_at = at
    where month = asked and key is not null and exists (select from observatory.edition e where e.month = asked);
  end;

revoke all on function observatory.hold_month(text, boolean), observatory.key_of_month(text, bytea, timestamptz), observatory.months_open(text),
  observatory.keep_facts(text, bytea[], jsonb), observatory.destroy_month_key(text, timestamptz) from public;
grant execute on function observatory.key_of_month(text, bytea, timestamptz), observatory.months_open(text),
  observatory.keep_facts(text, bytea[], jsonb), observatory.destroy_month_key(text, timestamptz) to tu_app;
grant execute on function observatory.hold_month(text, boolean) to tu_numbers;
