-- 01-person: persons, households, contact points, consents, entitled populations.
-- Sealed columns (bytea) are encrypted with the person's own key: destroying the key erases them, in backups too.

create table person_household (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  created_at timestamptz not null,
  primary key (commissioner_id, id)
);
comment on table person_household is 'Foyer. isolated. kept: commissioner_id id created_at';
select ground_isolate('person_household', 'select, insert, update');

create table person (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  number text not null,
  kind text not null check (kind in ('identified', 'anonymous')),
  first_name bytea,
  last_name bytea,
  birth_date bytea,
  name_index text[] not null default '{}',
  commune_code text check (commune_code ~ '^[0-9][0-9AB][0-9]{3}$'),
  population text check (population in ('actif_prive', 'actif_public', 'retraite', 'demandeur_emploi', 'etudiant', 'autre')),
  population_from text check (population_from in ('entitlement', 'declared')),
  language text not null default 'fr',
  access_needs text[] not null default '{}',
  is_protected boolean not null default false,
  household_id uuid,
  merged_into uuid,
  created_at timestamptz not null,
  last_contact_at timestamptz not null,
  erased_at timestamptz,
  age_band text check (age_band in ('under-18', '18-25', '26-39', '40-59', '60-74', '75-plus')),
  -- A blind index of the code given to someone without a name: it is read aloud once, and found again when she reads it back.
  return_code bytea,
  return_code_at timestamptz,
  primary key (commissioner_id, id),
  constraint person_return_code_unique unique (commissioner_id, return_code),
  constraint person_number_unique unique (commissioner_id, number),
  constraint person_household_own foreign key (commissioner_id, household_id) references person_household (commissioner_id, id),
  constraint person_merged_own foreign key (commissioner_id, merged_into) references person (commissioner_id, id),
  constraint person_identified_has_name check (kind = 'anonymous' or erased_at is not null or first_name is not null or last_name is not null)
);
create index person_by_name on person using gin (name_index);
comment on table person is 'Personne. isolated. kept: commissioner_id id number kind population population_from created_at last_contact_at erased_at merged_into; anonymised: commune_code age_band language access_needs is_protected household_id; purged: first_name last_name birth_date name_index return_code return_code_at';
select ground_isolate('person', 'select, insert, update');

create table person_key (
  commissioner_id uuid not null references ground_commissioner,
  person_id uuid not null,
  wrapped bytea not null,
  primary key (commissioner_id, person_id),
  constraint person_key_own foreign key (commissioner_id, person_id) references person (commissioner_id, id) deferrable initially deferred
);
comment on table person_key is 'Clé d''une personne, elle-même fermée par la clé maîtresse. isolated. kept: commissioner_id person_id; purged: wrapped';
select ground_isolate('person_key', 'select, insert, delete');

-- Never unique: couples share a mail, families share a telephone.
create table person_contact_point (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  channel text not null check (channel in ('phone', 'mail', 'address')),
  value bytea not null,
  lookup bytea,
  holder text not null default 'self' check (holder in ('self', 'shared', 'trusted')),
  is_safe_for_message boolean not null default false,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (commissioner_id, id),
  constraint contact_point_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id)
);
create index contact_point_by_lookup on person_contact_point (commissioner_id, lookup) where ended_at is null;
create index contact_point_of_person on person_contact_point (commissioner_id, person_id);
comment on table person_contact_point is 'Moyen de contact. isolated. kept: commissioner_id id person_id channel holder is_safe_for_message created_at ended_at; purged: value lookup';
select ground_isolate('person_contact_point', 'select, insert, update');

create table person_consent_text (
  commissioner_id uuid not null references ground_commissioner,
  purpose text not null,
  version integer not null,
  text text not null,
  since timestamptz not null,
  primary key (commissioner_id, purpose, version)
);
comment on table person_consent_text is 'Texte d''un accord. isolated. kept: commissioner_id purpose version text since';
select ground_isolate('person_consent_text', 'select, insert');

create table person_consent (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  purpose text not null check (purpose in ('keep_file', 'share_referral', 'share_party', 'recording', 'sms', 'mail', 'register_check', 'survey', 'panel', 'verbatim_observatory')),
  recipient text,
  -- What she agreed to see leave, field by field, when something leaves.
  fields text[] not null default '{}',
  answer text not null check (answer in ('yes', 'no')),
  text_version integer not null,
  given_by text not null default 'self' check (given_by in ('self', 'representative')),
  mode text not null check (mode in ('oral', 'online', 'paper')),
  asked_by uuid references ground_staff,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (commissioner_id, id),
  constraint consent_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint consent_text_known foreign key (commissioner_id, purpose, text_version) references person_consent_text (commissioner_id, purpose, version)
);
create index consent_of_person on person_consent (commissioner_id, person_id, purpose, given_at desc);
comment on table person_consent is 'Accord. isolated. kept: commissioner_id id person_id purpose recipient fields answer text_version given_by mode asked_by given_at withdrawn_at';
select ground_isolate('person_consent', 'select, insert, update');

create table person_entitlement_list (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  file_name text not null,
  file_hash bytea,
  imported_at timestamptz not null,
  imported_by uuid references ground_staff,
  received integer not null default 0,
  kept integer not null default 0,
  refused integer not null default 0,
  refusals jsonb not null default '[]',
  state text not null default 'running' check (state in ('running', 'current', 'replaced', 'failed')),
  failure text,
  bytes_read bigint not null default 0,
  progressed_at timestamptz not null,
  primary key (commissioner_id, id)
);
create unique index entitlement_list_one_current on person_entitlement_list (commissioner_id) where state = 'current';
comment on table person_entitlement_list is 'Liste d''ayants droit. isolated. kept: commissioner_id id file_name file_hash imported_at imported_by received kept refused refusals state failure bytes_read progressed_at';
select ground_isolate('person_entitlement_list', 'select, insert, update');

-- Only hashes: the list answers "is this person entitled, in which population", and cannot be read back.
create table person_entitled (
  commissioner_id uuid not null references ground_commissioner,
  identifier_hash bytea not null,
  list_id uuid not null,
  population text not null check (population in ('actif_prive', 'actif_public', 'retraite', 'demandeur_emploi', 'etudiant', 'autre')),
  since date not null,
  until date,
  primary key (commissioner_id, list_id, identifier_hash),
  constraint entitled_list_own foreign key (commissioner_id, list_id) references person_entitlement_list (commissioner_id, id)
);
create index entitled_by_identifier on person_entitled (commissioner_id, identifier_hash);
comment on table person_entitled is 'Ayant droit. isolated. kept: commissioner_id list_id population since until; purged: identifier_hash';
select ground_isolate('person_entitled', 'select, insert, delete');
