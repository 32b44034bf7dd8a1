-- Four roles that no one signs in as. Run as the account of TU_DATABASE_URL; all later files run as tu_owner.
--   tu_owner    owns every table, and nobody acts under it once the house is built
--   tu_app      what requests and jobs act under: owns nothing, cannot bypass row-level security
--   tu_vault    what raw words are written and read under, for the time of one statement: it can do nothing else
--   tu_numbers  what the observatory reads under: sees facts without identity, and nothing else
do $$
declare
  wanted text;
begin
  foreach wanted in array array['tu_owner', 'tu_app', 'tu_vault', 'tu_numbers'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin nosuperuser nobypassrls', wanted);
    end if;
    execute format('grant %I to %I with set true', wanted, current_user);
  end loop;
  execute format('grant create on database %I to tu_owner', current_database());
end $$;

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

revoke all on schema public from public;
grant usage, create on schema public to tu_owner;
grant usage on schema public to tu_app, tu_vault;
