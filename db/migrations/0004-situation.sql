-- 03-situation: the situation of a person, what she asks, what is found, what is felt, what comes next.

create table situation (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  opened_at timestamptz not null,
  referent_id uuid not null references ground_staff,
  urgency integer not null default 0 check (urgency between 0 and 3),
  urgency_motives text[] not null default '{}',
  urgency_flagged_at timestamptz,
  urgency_flagged_by uuid references ground_staff,
  next_action bytea,
  next_action_at timestamptz,
  next_action_owner uuid references ground_staff,
  next_action_chosen_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references ground_staff,
  closed_reason text check (closed_reason in ('helped', 'answered', 'gone', 'declined', 'transferred', 'duplicate', 'by-supervisor')),
  closed_note bytea,
  primary key (commissioner_id, id),
  constraint situation_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint situation_open_has_next_action check (closed_at is not null or (next_action is not null and next_action_at is not null and next_action_owner is not null)),
  constraint situation_closed_has_reason check (closed_at is null or closed_reason is not null),
  constraint situation_flag_is_human check (urgency = 0 or (urgency_flagged_at is not null and urgency_flagged_by is not null))
);
create index situation_of_person on situation (commissioner_id, person_id, opened_at desc);
create index situation_next on situation (commissioner_id, next_action_owner, next_action_at) where closed_at is null;
comment on table situation is 'Situation de vie. isolated. kept: commissioner_id id opened_at referent_id urgency urgency_motives urgency_flagged_at urgency_flagged_by next_action_at next_action_owner next_action_chosen_at closed_at closed_by closed_reason; anonymised: person_id; purged: next_action closed_note';
select ground_isolate('situation', 'select, insert, update');

-- Each flag, with who and when: an urgency is never lowered without a trace.
create table situation_urgency (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  level integer not null check (level between 0 and 3),
  motives text[] not null,
  flagged_at timestamptz not null,
  flagged_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint urgency_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  -- In danger nobody is kept waiting for a reason: it may come after.
  constraint urgency_has_motive check (level in (0, 3) or cardinality(motives) > 0)
);
create index urgencies_of_situation on situation_urgency (commissioner_id, situation_id, flagged_at);
comment on table situation_urgency is 'Urgence signalée par un humain. isolated. kept: commissioner_id id situation_id level motives flagged_at flagged_by';
select ground_isolate('situation_urgency', 'select, insert');

create table situation_contact (
  commissioner_id uuid not null references ground_commissioner,
  situation_id uuid not null,
  contact_id uuid not null,
  primary key (commissioner_id, contact_id),
  constraint situation_contact_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint situation_contact_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id)
);
create index contacts_of_situation on situation_contact (commissioner_id, situation_id);
comment on table situation_contact is 'Échange d''une situation. isolated. kept: commissioner_id situation_id contact_id';
select ground_isolate('situation_contact', 'select, insert, update');

-- Raw words, sealed with the key of `sealed_for`, 90 days. `revision` grows at each save: a draft that comes back late never overwrites a newer one.
create table situation_verbatim (
  commissioner_id uuid not null references ground_commissioner,
  contact_id uuid not null,
  sealed_for uuid not null,
  raw bytea,
  revision integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid not null references ground_staff,
  purge_at timestamptz not null,
  primary key (commissioner_id, contact_id),
  constraint verbatim_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id),
  constraint verbatim_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
create index verbatim_to_purge on situation_verbatim (commissioner_id, purge_at) where raw is not null;
comment on table situation_verbatim is 'Notes d''écoute, mot pour mot. isolated. kept: commissioner_id contact_id revision saved_at saved_by purge_at; anonymised: sealed_for; purged: raw';
select ground_isolate('situation_verbatim', 'select, insert, update');

create table situation_demand (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  words bytea,
  theme text not null,
  taxonomy_version text not null,
  noted_at timestamptz not null,
  noted_by uuid not null references ground_staff,
  answered text check (answered in ('yes', 'no')),
  withdrawn_at timestamptz,
  primary key (commissioner_id, id),
  constraint demand_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id)
);
create index demands_of_situation on situation_demand (commissioner_id, situation_id);
comment on table situation_demand is 'Demande, dans les mots de la personne. isolated. kept: commissioner_id id situation_id theme taxonomy_version noted_at noted_by answered withdrawn_at; purged: words';
select ground_isolate('situation_demand', 'select, insert, update');

create table situation_need (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  demand_id uuid,
  theme text not null,
  need text not null,
  taxonomy_version text not null,
  origin text not null check (origin in ('expressed', 'detected', 'register')),
  severity integer not null default 2 check (severity between 1 and 3),
  status text not null default 'identified' check (status in ('identified', 'accepted', 'handled', 'met', 'partly-met', 'unmet', 'declined', 'gone')),
  status_at timestamptz not null,
  acknowledged_at timestamptz,
  noted_at timestamptz not null,
  noted_by uuid not null references ground_staff,
  withdrawn_at timestamptz,
  primary key (commissioner_id, id),
  constraint need_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint need_demand_own foreign key (commissioner_id, demand_id) references situation_demand (commissioner_id, id)
);
create unique index need_once on situation_need (commissioner_id, situation_id, need) where withdrawn_at is null;
comment on table situation_need is 'Besoin. isolated. kept: commissioner_id id situation_id demand_id theme need taxonomy_version origin severity status status_at acknowledged_at noted_at noted_by withdrawn_at';
select ground_isolate('situation_need', 'select, insert, update');

create table situation_emotion (
  commissioner_id uuid not null references ground_commissioner,
  contact_id uuid not null,
  situation_id uuid not null,
  emotion text not null check (emotion in ('peur', 'colere', 'frustration', 'tristesse', 'honte', 'epuisement', 'desarroi', 'injustice', 'soulagement', 'espoir')),
  intensity integer not null check (intensity between 1 and 3),
  noted_at timestamptz not null,
  primary key (commissioner_id, contact_id, emotion),
  constraint emotion_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id),
  constraint emotion_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id)
);
create index emotions_of_situation on situation_emotion (commissioner_id, situation_id);
comment on table situation_emotion is 'Émotion. isolated. kept: commissioner_id contact_id situation_id emotion intensity noted_at';
select ground_isolate('situation_emotion', 'select, insert, update, delete');

-- A diagnosis is signed once and never changed: a new version supersedes it.
create table situation_diagnosis (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  version integer not null check (version >= 1),
  grid_version text not null,
  answers jsonb not null,
  signed_at timestamptz not null,
  signed_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint diagnosis_version_once unique (commissioner_id, situation_id, version),
  constraint diagnosis_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id)
);
comment on table situation_diagnosis is 'Diagnostic. isolated. kept: commissioner_id id situation_id version grid_version answers signed_at signed_by';
select ground_isolate('situation_diagnosis', 'select, insert');

create function situation_diagnosis_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'a signed diagnosis is never changed: write a new version' using errcode = 'restrict_violation';
end $$;
create trigger diagnosis_immutable before update or delete on situation_diagnosis for each row execute function situation_diagnosis_is_immutable();

-- What a human answered to a suggestion, or added by herself. Nothing that was only suggested is ever kept.
create table situation_verdict (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('need', 'emotion', 'danger')),
  label text not null,
  verdict text not null check (verdict in ('kept', 'refused', 'added', 'withdrawn')),
  confidence real check (confidence between 0 and 1),
  -- « house » or the name of the plugged-in model; null when no machine spoke.
  proposed_by text,
  model_version text not null,
  taxonomy_version text not null,
  given_at timestamptz not null,
  given_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint verdict_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint verdict_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id)
);
create index verdicts_of_situation on situation_verdict (commissioner_id, situation_id, given_at);
comment on table situation_verdict is 'Avis d''un humain sur une proposition. isolated. kept: commissioner_id id situation_id contact_id kind label verdict confidence proposed_by model_version taxonomy_version given_at given_by';
select ground_isolate('situation_verdict', 'select, insert');
