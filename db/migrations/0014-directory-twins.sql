-- 05-directory, chapter twins: what is to be compared, pairs of rows that may be one, what was decided of them, and what stands for what.
-- What is folded (folded_into, merged) follows from the merges that hold: undoing one gives back exactly what was before, in any order.

-- Who is near whom, or shares something: asked for each row that changes.
create index structure_by_departement on directory_structure (left(coalesce(commune_code, postal_code, ''), 2)) where gone_at is null;
create index structure_by_latitude on directory_structure (latitude, longitude) where gone_at is null;
create index structure_by_phone on directory_structure (phone) where gone_at is null and phone is not null;
create index structure_by_mail on directory_structure (mail) where gone_at is null and mail is not null;
create index structure_by_siret on directory_structure (siret) where gone_at is null and siret is not null;

create table directory_twin_queue (
  structure_id uuid primary key references directory_structure on delete cascade,
  -- What changed again while it was being compared has another turn, and is compared again.
  turn bigint not null generated always as identity
);
comment on table directory_twin_queue is 'Structure à comparer. shared. kept: structure_id turn';
grant select, insert, update, delete on directory_twin_queue to tu_app;

create table directory_twin_pair (
  id uuid primary key default uuidv7(),
  a uuid not null,
  b uuid not null,
  level text not null check (level in ('place', 'structure', 'service')),
  -- What the machine thought, when a human said another level: undoing gives it back.
  proposed_level text not null check (proposed_level in ('place', 'structure', 'service')),
  class text not null check (class in ('doublon', 'incertain')),
  score double precision not null check (score between 0 and 1),
  -- They stand at one place, whatever is still to be decided of them.
  at_one_place boolean not null default false,
  evidence jsonb not null,
  state text not null default 'proposed' check (state in ('proposed', 'merged', 'apart', 'left')),
  decided_by text check (decided_by in ('machine', 'human')),
  decided_staff uuid references ground_staff,
  decided_at timestamptz,
  found_at timestamptz not null,
  structure_a uuid generated always as (case when level <> 'service' then a end) stored references directory_structure on delete cascade,
  structure_b uuid generated always as (case when level <> 'service' then b end) stored references directory_structure on delete cascade,
  service_a uuid generated always as (case when level = 'service' then a end) stored references directory_service on delete cascade,
  service_b uuid generated always as (case when level = 'service' then b end) stored references directory_service on delete cascade,
  constraint twin_pair_once unique (a, b),
  constraint twin_pair_in_order check (a < b),
  constraint twin_pair_of_one_kind check ((level = 'service') = (proposed_level = 'service')),
  constraint twin_pair_decided_by_someone check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint twin_pair_staff_is_human check (decided_staff is null or decided_by = 'human')
);
create index twin_pair_to_decide on directory_twin_pair (score desc, id) where state = 'proposed';
create index twin_pair_of_b on directory_twin_pair (b);
comment on table directory_twin_pair is 'Paire de doublons possible. shared. kept: id a b level proposed_level class score at_one_place evidence state decided_by decided_staff decided_at found_at structure_a structure_b service_a service_b';
grant select, insert, update, delete on directory_twin_pair to tu_app;

create table directory_merge (
  id uuid primary key default uuidv7(),
  pair_id uuid references directory_twin_pair on delete set null,
  level text not null check (level in ('place', 'structure', 'service')),
  members uuid[] not null,
  decided_by text not null check (decided_by in ('machine', 'human')),
  decided_staff uuid references ground_staff,
  decided_at timestamptz not null,
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by text check (undone_by in ('machine', 'human')),
  undone_staff uuid references ground_staff,
  constraint merge_has_two_members check (cardinality(members) >= 2),
  constraint merge_undo_after_decision check (undo_until > decided_at),
  constraint merge_undone_by_someone check ((undone_at is null) = (undone_by is null))
);
create unique index merge_of_pair_once on directory_merge (pair_id) where undone_at is null;
create index merge_of_member on directory_merge using gin (members) where undone_at is null;
create index merge_by_day on directory_merge (decided_at desc, id desc);
comment on table directory_merge is 'Fusion. shared. kept: id pair_id level members decided_by decided_staff decided_at undo_until undone_at undone_by undone_staff';
grant select, insert, update on directory_merge to tu_app;

-- A row folds into one that stands: never into one that is folded itself. Looked at when the transaction ends, as several rows move at once.
create function directory_folds_into_one_that_stands() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  is_chained boolean;
begin
  execute format(
    'select exists (
       select 1 from %1$I folded join %1$I target on target.id = folded.folded_into
       where (folded.id = $1 or target.id = $1) and target.folded_into is not null)', tg_table_name)
    into is_chained using new.id;
  if is_chained then
    raise exception 'a row of % folds into a row that is folded itself', tg_table_name using errcode = 'check_violation', constraint = tg_argv[0];
  end if;
  return null;
end $$;
create constraint trigger structure_folds_once after insert or update of folded_into on directory_structure
  deferrable initially deferred for each row when (new.folded_into is not null)
  execute function directory_folds_into_one_that_stands('structure_folds_once');
create constraint trigger service_folds_once after insert or update of folded_into on directory_service
  deferrable initially deferred for each row when (new.folded_into is not null)
  execute function directory_folds_into_one_that_stands('service_folds_once');

-- What a row shows: its own values, and those that other rows of its fold know better. A value of its own is read where it stands, so that
-- it is never older than the row.
create function directory_shown(stored directory_service) returns directory_service
  language sql stable set search_path = public, pg_temp as $$
    select case when stored.merged is null then stored else jsonb_populate_record(stored, (
      select jsonb_object_agg(key, value -> 'value') from jsonb_each(stored.merged) where value ->> 'row' <> stored.id::text or value ? 'rows')) end
  $$;
create function directory_shown(stored directory_structure) returns directory_structure
  language sql stable set search_path = public, pg_temp as $$
    select case when stored.merged is null then stored else jsonb_populate_record(stored, (
      select jsonb_object_agg(key, value -> 'value') from jsonb_each(stored.merged) where value ->> 'row' <> stored.id::text or value ? 'rows')) end
  $$;

-- What changes is compared again, whoever changed it: an import, a form, or the undoing of an import. Once a statement, not once a row.
create function directory_compare_structures() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into directory_twin_queue (structure_id)
    select id from after_rows order by id
    on conflict (structure_id) do update set turn = default;
  else
    insert into directory_twin_queue (structure_id)
    select n.id from after_rows n join before_rows o on o.id = n.id
    where n.row_hash <> o.row_hash
      or to_jsonb(n) - '{raw,import_id,folded_into,merged}'::text[] <> to_jsonb(o) - '{raw,import_id,folded_into,merged}'::text[]
    order by n.id
    on conflict (structure_id) do update set turn = default;
  end if;
  return null;
end $$;
create trigger structure_added_is_compared after insert on directory_structure
  referencing new table as after_rows
  for each statement execute function directory_compare_structures();
create trigger structure_changed_is_compared after update on directory_structure
  referencing old table as before_rows new table as after_rows
  for each statement execute function directory_compare_structures();

create function directory_compare_services() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into directory_twin_queue (structure_id)
    select distinct structure_id from after_rows order by structure_id
    on conflict (structure_id) do update set turn = default;
  else
    insert into directory_twin_queue (structure_id)
    select distinct side.structure_id
    from after_rows n
    join before_rows o on o.id = n.id
    cross join lateral (values (n.structure_id), (o.structure_id)) as side (structure_id)
    where n.row_hash <> o.row_hash
      or to_jsonb(n) - '{raw,import_id,folded_into,merged}'::text[] <> to_jsonb(o) - '{raw,import_id,folded_into,merged}'::text[]
    order by side.structure_id
    on conflict (structure_id) do update set turn = default;
  end if;
  return null;
end $$;
create trigger service_added_is_compared after insert on directory_service
  referencing new table as after_rows
  for each statement execute function directory_compare_services();
create trigger service_changed_is_compared after update on directory_service
  referencing old table as before_rows new table as after_rows
  for each statement execute function directory_compare_services();

insert into directory_twin_queue (structure_id) select id from directory_structure order by id;
