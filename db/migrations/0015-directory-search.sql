-- 05-directory: what has changed in the directory. Each process keeps its index of services fresh with it, and others take the changes from us.

create table directory_change (
  seq bigint generated always as identity primary key,
  kind text not null check (kind in ('service', 'structure')),
  record_id uuid not null,
  -- A record that is gone, or folded into another, is shown nowhere any more.
  deed text not null check (deed in ('upsert', 'remove')),
  -- Numbers are given before a transaction ends: who read by number alone would miss the one that lasted. Who reads by transaction does not.
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now()
);
create index change_by_transaction on directory_change (tx, seq);
create index change_by_date on directory_change (at);
comment on table directory_change is 'Changement de l''annuaire. shared. kept: seq kind record_id deed tx at';
grant select, insert, delete on directory_change to tu_app;

-- One trigger a statement, over all its rows: one a row would double the time of an import.
create function directory_tell_inserted() returns trigger language plpgsql as $$
begin
  insert into directory_change (kind, record_id, deed)
  select tg_argv[0], n.id, case when n.gone_at is null and n.folded_into is null then 'upsert' else 'remove' end
  from new_rows n;
  if found then perform pg_notify('tu_directory', ''); end if;
  return null;
end $$;

-- A row written again as it was is no change.
create function directory_tell_updated() returns trigger language plpgsql as $$
begin
  insert into directory_change (kind, record_id, deed)
  select tg_argv[0], n.id, case when n.gone_at is null and n.folded_into is null then 'upsert' else 'remove' end
  from new_rows n
  join old_rows o on o.id = n.id
  where o is distinct from n;
  if found then perform pg_notify('tu_directory', ''); end if;
  return null;
end $$;

-- Nothing deletes a record today: when something does, nobody must go on showing it.
create function directory_tell_deleted() returns trigger language plpgsql as $$
begin
  insert into directory_change (kind, record_id, deed)
  select tg_argv[0], o.id, 'remove'
  from old_rows o;
  if found then perform pg_notify('tu_directory', ''); end if;
  return null;
end $$;

-- The card of a service says its source and its licence.
create function directory_tell_source() returns trigger language plpgsql as $$
begin
  insert into directory_change (kind, record_id, deed)
  select 'service', s.id, 'upsert'
  from new_rows n
  join old_rows o on o.id = n.id
  join directory_service s on s.source_id = n.id
  where o is distinct from n and s.gone_at is null and s.folded_into is null;
  if found then perform pg_notify('tu_directory', ''); end if;
  return null;
end $$;

create trigger service_inserted after insert on directory_service
  referencing new table as new_rows for each statement execute function directory_tell_inserted('service');
create trigger service_updated after update on directory_service
  referencing old table as old_rows new table as new_rows for each statement execute function directory_tell_updated('service');
create trigger service_deleted after delete on directory_service
  referencing old table as old_rows for each statement execute function directory_tell_deleted('service');
create trigger structure_inserted after insert on directory_structure
  referencing new table as new_rows for each statement execute function directory_tell_inserted('structure');
create trigger structure_updated after update on directory_structure
  referencing old table as old_rows new table as new_rows for each statement execute function directory_tell_updated('structure');
create trigger structure_deleted after delete on directory_structure
  referencing old table as old_rows for each statement execute function directory_tell_deleted('structure');
create trigger source_updated after update on directory_source
  referencing old table as old_rows new table as new_rows for each statement execute function directory_tell_source();
