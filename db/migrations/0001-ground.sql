-- 00-ground: commissioners, staff, sessions, links, messages, tasks, audit, outbox.
-- A table's comment says its French word, whether its rows belong to one commissioner (isolated) or to all (shared),
-- and the privacy class of every column: kept, anonymised (kept without the link to a person) or purged. house/privacy.db.test.ts reads it.

/** The commissioner of this transaction, set by inCommissioner; none outside it. */
create function ground_current_commissioner() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('tu.commissioner', true), '')::uuid;

/** Lower case without accents, for comparing words. Immutable because the dictionary is named. */
create function ground_plain(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

/** Forces the isolation of a table by commissioner and gives the application the rights it names. */
create function ground_isolate(which text, rights text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', which);
  execute format('alter table %s force row level security', which);
  execute format(
    'create policy own_commissioner on %s using (commissioner_id = (select ground_current_commissioner())) with check (commissioner_id = (select ground_current_commissioner()))',
    which);
  execute format('grant %s on %s to tu_app', rights, which);
end $$;

create table ground_commissioner (
  id uuid primary key default uuidv7(),
  slug text not null constraint commissioner_slug_unique unique constraint commissioner_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  kind text not null check (kind in ('mutual', 'insurer', 'pension', 'company', 'town', 'department', 'region', 'social-landlord', 'state', 'association')),
  name text not null check (length(name) between 2 and 80),
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  logo bytea check (length(logo) <= 200000),
  logo_type text check (logo_type in ('image/png', 'image/svg+xml', 'image/webp', 'image/jpeg')),
  phone text not null,
  phone_price text not null default 'appel gratuit',
  host text constraint commissioner_host_unique unique,
  opening_hours jsonb not null,
  promise_kind text not null default 'elapsed' check (promise_kind in ('elapsed', 'working-days')),
  promise_amount integer not null default 48 check (promise_amount between 1 and 240),
  callback_places integer not null default 2 check (callback_places between 1 and 200),
  retention_months integer not null default 24 check (retention_months between 1 and 60),
  -- Whether the machine may ask a human « est-ce un danger ? » when the notes seem to tell one.
  asks_about_danger boolean not null default true,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
comment on table ground_commissioner is 'Donneur d''ordre. shared. kept: id slug kind name color logo logo_type phone phone_price host opening_hours promise_kind promise_amount callback_places retention_months asks_about_danger is_demonstration created_at closed_at';
grant select, insert, update on ground_commissioner to tu_app;

create table ground_staff (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 2 and 80),
  mail text not null,
  password_hash text not null,
  language text not null default 'fr' check (language in ('fr', 'en')),
  is_administrator boolean not null default false,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  left_at timestamptz
);
create unique index staff_mail_unique on ground_staff (lower(mail));
comment on table ground_staff is 'Professionnel. shared. kept: id language is_administrator is_demonstration created_at left_at; anonymised: name mail; purged: password_hash';
grant select, insert, update on ground_staff to tu_app;

create table ground_membership (
  staff_id uuid not null references ground_staff,
  commissioner_id uuid not null references ground_commissioner,
  role text not null check (role in ('counsellor', 'referent', 'supervisor', 'quality-auditor', 'data-referent', 'commissioner-viewer')),
  since timestamptz not null default now(),
  until timestamptz,
  primary key (staff_id, commissioner_id, role)
);
comment on table ground_membership is 'Appartenance d''un professionnel à un service. shared. kept: staff_id commissioner_id role since until';
grant select, insert, update on ground_membership to tu_app;

create table ground_session (
  token_hash bytea primary key,
  staff_id uuid not null references ground_staff,
  commissioner_id uuid references ground_commissioner,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
comment on table ground_session is 'Session d''un professionnel. shared. kept: token_hash commissioner_id created_at seen_at ended_at; anonymised: staff_id';
grant select, insert, update, delete on ground_session to tu_app;

create table ground_sign_in_attempt (
  id bigint generated always as identity primary key,
  mail_hash bytea not null,
  origin_hash bytea not null,
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_by_mail on ground_sign_in_attempt (mail_hash, at);
create index sign_in_attempt_by_origin on ground_sign_in_attempt (origin_hash, at);
comment on table ground_sign_in_attempt is 'Essai de connexion. shared. kept: id at succeeded; purged: mail_hash origin_hash';
grant select, insert, delete on ground_sign_in_attempt to tu_app;

-- A link given to someone without an account (follow-up of a person, answer of a provider). Only the hash of the token is kept.
create table ground_link (
  commissioner_id uuid not null references ground_commissioner,
  token_hash bytea not null,
  kind text not null check (kind in ('follow-up', 'provider-answer', 'provider-outcome', 'person-outcome')),
  subject_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (commissioner_id, token_hash)
);
create unique index link_token_unique on ground_link (token_hash);
comment on table ground_link is 'Lien donné à quelqu''un sans compte. isolated. kept: commissioner_id kind subject_id created_at expires_at; purged: token_hash';
select ground_isolate('ground_link', 'select, insert, update');

create policy found_by_hash on ground_link for select to tu_owner using (true);

/** Which commissioner a link belongs to: the one question that may be asked before the commissioner is known, and only with the exact hash. */
create function ground_commissioner_of_link(hash bytea) returns uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select commissioner_id from public.ground_link where token_hash = hash;
  end;

create table ground_message (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  channel text not null check (channel in ('sms', 'mail')),
  purpose text not null,
  recipient bytea not null,
  subject bytea,
  body bytea not null,
  created_at timestamptz not null,
  state text not null default 'kept' check (state in ('kept', 'sent', 'failed')),
  sent_at timestamptz,
  attempts integer not null default 0,
  failure text,
  primary key (commissioner_id, id)
);
comment on table ground_message is 'Message envoyé, ou gardé quand rien n''est réglé pour l''envoyer. isolated. kept: commissioner_id id channel purpose created_at state sent_at attempts failure; purged: recipient subject body';
select ground_isolate('ground_message', 'select, insert, update');

create table ground_task (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  kind text not null,
  subject_kind text not null check (subject_kind in ('person', 'contact', 'callback', 'situation', 'application', 'referral', 'service', 'gap', 'benefit', 'entitlement')),
  subject_id uuid not null,
  person_id uuid,
  due_at timestamptz not null,
  owner_id uuid references ground_staff,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references ground_staff,
  primary key (commissioner_id, id)
);
create unique index task_open_once on ground_task (commissioner_id, kind, subject_id) where done_at is null;
create index task_due on ground_task (commissioner_id, due_at) where done_at is null;
comment on table ground_task is 'Tâche pour un humain. isolated. kept: commissioner_id id kind subject_kind subject_id due_at owner_id created_at done_at done_by; anonymised: person_id';
select ground_isolate('ground_task', 'select, insert, update');

-- The answer given to a write from outside, so that the same key gets the same answer.
create table ground_once (
  commissioner_id uuid not null references ground_commissioner,
  key text not null check (length(key) between 8 and 100),
  route text not null,
  fingerprint bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (commissioner_id, key, route)
);
comment on table ground_once is 'Clé d''idempotence. isolated. kept: commissioner_id key route fingerprint at; purged: answer';
select ground_isolate('ground_once', 'select, insert, update');

create table ground_outbox (
  id bigint generated always as identity,
  commissioner_id uuid not null references ground_commissioner,
  topic text not null,
  ids jsonb not null,
  at timestamptz not null,
  primary key (commissioner_id, id)
);
comment on table ground_outbox is 'Nouvelle à faire savoir : un sujet et des identifiants, jamais une donnée personnelle. isolated. kept: id commissioner_id topic ids at';
select ground_isolate('ground_outbox', 'select, insert');

-- Each line of the log holds the hash of the line before: an edit or a deletion breaks the chain.
create table ground_audit (
  commissioner_id uuid not null references ground_commissioner,
  seq bigint not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'person', 'provider', 'system')),
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id text not null,
  purpose text,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (commissioner_id, seq)
);
create index audit_of_object on ground_audit (commissioner_id, object_kind, object_id, at);
comment on table ground_audit is 'Journal. isolated. kept: commissioner_id seq at actor_kind actor_id action object_kind object_id purpose previous_hash hash';
select ground_isolate('ground_audit', 'select');

/** What is hashed of a line: every field, in a fixed order, separated so that no two lines read alike. */
create function ground_audit_hash(previous bytea, commissioner uuid, seq bigint, at timestamptz, actor_kind text, actor_id uuid, action text, object_kind text, object_id text, purpose text) returns bytea
  language sql stable
  return sha256(previous || convert_to(jsonb_build_array(commissioner, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind, actor_id, action, object_kind, object_id, purpose)::text, 'UTF8'));

/** The only way to write the log: appends lines, one writer at a time for a commissioner. Called last in a transaction, so that the lock is short. */
create function ground_write_audit(lines jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine constant uuid := ground_current_commissioner();
  line jsonb;
  last_seq bigint;
  last_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit' || mine::text, 0));
  select a.seq, a.hash into last_seq, last_hash from ground_audit a where a.commissioner_id = mine order by a.seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '\x00'::bytea);
  for line in select * from jsonb_array_elements(lines) loop
    last_seq := last_seq + 1;
    insert into ground_audit (commissioner_id, seq, at, actor_kind, actor_id, action, object_kind, object_id, purpose, previous_hash, hash)
    values (mine, last_seq, (line->>'at')::timestamptz, line->>'actorKind', (line->>'actorId')::uuid, line->>'action', line->>'objectKind', line->>'objectId', line->>'purpose', last_hash,
      ground_audit_hash(last_hash, mine, last_seq, (line->>'at')::timestamptz, line->>'actorKind', (line->>'actorId')::uuid, line->>'action', line->>'objectKind', line->>'objectId', line->>'purpose'))
    returning hash into last_hash;
  end loop;
end $$;

-- What must be remembered of the house itself: the mark of the master key, the seed of the demonstration.
create table ground_fact (
  name text primary key,
  value jsonb not null,
  at timestamptz not null default now()
);
comment on table ground_fact is 'Fait de la maison. shared. kept: name value at';
grant select, insert, update on ground_fact to tu_app;

revoke all on all functions in schema public from public;
grant execute on function ground_current_commissioner(), ground_plain(text), ground_commissioner_of_link(bytea), ground_write_audit(jsonb), ground_audit_hash(bytea, uuid, bigint, timestamptz, text, uuid, text, text, text, text) to tu_app;
