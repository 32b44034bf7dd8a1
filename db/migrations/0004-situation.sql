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

-- Help that a human called with the person on the line: which number, when, by whom. Nothing here dials.
create table situation_help (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  number text not null check (number in ('15', '17', '18', '112', '114', '115', '119', '3114', '3919', '3977')),
  called_at timestamptz not null,
  called_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint help_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id)
);
create index help_of_situation on situation_help (commissioner_id, situation_id, called_at);
comment on table situation_help is 'Secours joint à trois. isolated. kept: commissioner_id id situation_id number called_at called_by';
select ground_isolate('situation_help', 'select, insert');

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

-- Raw words, sealed with the key of `sealed_for`, 90 days, with grants of their own: only tu_vault reads or writes them, and a transaction
-- is tu_vault only for the time of such a statement (inVault). The application sees that notes exist, never what they say. `revision` grows at each save: a draft that comes back late never overwrites a newer one.
create table situation_verbatim (
  commissioner_id uuid not null references ground_commissioner,
  contact_id uuid not null,
  sealed_for uuid not null,
  raw bytea,
  has_raw boolean not null generated always as (raw is not null) stored,
  revision integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid not null references ground_staff,
  purge_at timestamptz not null,
  primary key (commissioner_id, contact_id),
  constraint verbatim_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id),
  constraint verbatim_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
create index verbatim_to_purge on situation_verbatim (commissioner_id, purge_at) where raw is not null;
comment on table situation_verbatim is 'Notes d''écoute, mot pour mot. isolated. kept: commissioner_id contact_id has_raw revision saved_at saved_by purge_at; anonymised: sealed_for; purged: raw';
select ground_isolate('situation_verbatim', 'select (commissioner_id, contact_id, sealed_for, has_raw, revision, saved_at, saved_by, purge_at)');
grant select, insert, update on situation_verbatim to tu_vault;
grant execute on function ground_current_commissioner() to tu_vault;

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
  -- A danger answered no is known again by keyed prints of the pairs of words that told it: the words themselves are not kept.
  told_prints text[] not null default '{}',
  given_at timestamptz not null,
  given_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint verdict_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint verdict_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id)
);
create index verdicts_of_situation on situation_verdict (commissioner_id, situation_id, given_at);
comment on table situation_verdict is 'Avis d''un humain sur une proposition. isolated. kept: commissioner_id id situation_id contact_id kind label verdict confidence proposed_by model_version taxonomy_version given_at given_by; purged: told_prints';
-- Deleted only when a refusal is taken back: a key pressed by mistake is no verdict.
select ground_isolate('situation_verdict', 'select, insert, delete');

-- What weakens: a human's word, with the facts that stood behind it that day. A change is a new row; nobody is given a score.
create table situation_fragility (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  fragility text not null check (fragility in ('isolement', 'finances', 'sante', 'logement', 'violences', 'aidant_epuise', 'illectronisme', 'risque_suicidaire')),
  verdict text not null check (verdict in ('confirmed', 'removed')),
  facts jsonb not null check (jsonb_typeof(facts) = 'array'),
  noted_at timestamptz not null,
  noted_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint fragility_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id)
);
create index fragilities_of_situation on situation_fragility (commissioner_id, situation_id, noted_at);
comment on table situation_fragility is 'Ce qui fragilise, confirmé ou retiré par un humain. isolated. kept: commissioner_id id situation_id fragility verdict facts noted_at noted_by';
select ground_isolate('situation_fragility', 'select, insert');

-- The page given to the person, in the words that she accepts; each change is a new version.
create table situation_summary (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  contact_id uuid not null,
  sealed_for uuid not null,
  version integer not null check (version >= 1),
  body bytea,
  written_at timestamptz not null,
  written_by uuid not null references ground_staff,
  -- When she agreed to read it from her follow-up too.
  shared_at timestamptz,
  primary key (commissioner_id, id),
  constraint summary_version_once unique (commissioner_id, contact_id, version),
  constraint summary_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id),
  constraint summary_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
create index summaries_of_person on situation_summary (commissioner_id, sealed_for);
comment on table situation_summary is 'Résumé remis à la personne. isolated. kept: commissioner_id id contact_id version written_at written_by shared_at; anonymised: sealed_for; purged: body';
select ground_isolate('situation_summary', 'select, insert, update');

-- What outlives the raw words: the same notes with every name and number hidden. Who it is about is known through the exchange only,
-- on her side; nothing that leaves this table names her. It goes with her objection or her erasure, and all that hangs on it.
create table situation_masked (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  contact_id uuid not null,
  -- Empty: nothing could be kept of these notes, another language for instance.
  text text not null,
  -- Tells one state of the text from another: an undoing that comes after another change restores nothing.
  version integer not null default 1,
  -- The revision of the notes that was masked, and by what.
  revision integer not null,
  masking_version text not null,
  masked_at timestamptz not null,
  -- The highest that a human flagged or that the reading found: what decides whether it may be quoted errs on the side of silence.
  urgency integer not null check (urgency between 0 and 3),
  speaks_of_violence boolean not null,
  is_of_minor boolean not null,
  may_be_quoted boolean not null generated always as (urgency < 3 and not speaks_of_violence and not is_of_minor) stored,
  primary key (commissioner_id, id),
  constraint masked_once unique (commissioner_id, contact_id),
  constraint masked_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id)
);
comment on table situation_masked is 'Texte masqué d''un échange. isolated. kept: commissioner_id id version revision masking_version masked_at urgency speaks_of_violence is_of_minor may_be_quoted; anonymised: contact_id; purged: text';
select ground_isolate('situation_masked', 'select, insert, update, delete');

/** What was once too grave to quote stays so, whatever is found later. */
create function situation_masked_never_lowered() returns trigger language plpgsql as $$
begin
  new.urgency := greatest(new.urgency, old.urgency);
  new.speaks_of_violence := new.speaks_of_violence or old.speaks_of_violence;
  new.is_of_minor := new.is_of_minor or old.is_of_minor;
  return new;
end $$;
create trigger masked_never_lowered before update on situation_masked for each row execute function situation_masked_never_lowered();

/** A danger flagged after the exchange closes the mouth of all the texts of the situation. */
create function situation_urgency_reaches_texts() returns trigger language plpgsql as $$
begin
  update public.situation_masked m
  set urgency = new.level, speaks_of_violence = 'violence' = any (new.motives), is_of_minor = 'danger_enfant' = any (new.motives)
  from public.situation_contact c
  where c.commissioner_id = new.commissioner_id and c.situation_id = new.situation_id
    and m.commissioner_id = c.commissioner_id and m.contact_id = c.contact_id;
  return new;
end $$;
create trigger urgency_reaches_texts after insert on situation_urgency for each row execute function situation_urgency_reaches_texts();

-- Which number somebody carries in a file: [NOM_2] is the same person in all its texts. Only keyed prints of the words of the name are kept.
create table situation_token (
  commissioner_id uuid not null references ground_commissioner,
  person_id uuid not null,
  number integer not null check (number >= 1),
  name_prints text[] not null,
  primary key (commissioner_id, person_id, number),
  constraint token_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id)
);
comment on table situation_token is 'Jeton d''une personne nommée dans un dossier. isolated. kept: commissioner_id number; anonymised: person_id; purged: name_prints';
select ground_isolate('situation_token', 'select, insert, update, delete');

-- One verdict about one text, for the next model to learn from. By consent only; who gave it is a pseudonym.
create table situation_example (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  masked_id uuid not null,
  kind text not null check (kind in ('need', 'emotion', 'danger')),
  label text not null,
  verdict text not null check (verdict in ('kept', 'refused', 'added', 'withdrawn')),
  -- The order in which verdicts were given on this text: the last word on a label counts.
  place integer not null check (place >= 1),
  model_version text not null,
  taxonomy_version text not null,
  masking_version text not null,
  given_on date not null,
  author bytea not null,
  primary key (commissioner_id, id),
  constraint example_place_once unique (commissioner_id, masked_id, place),
  constraint example_masked_own foreign key (commissioner_id, masked_id) references situation_masked (commissioner_id, id) on delete cascade
);
comment on table situation_example is 'Exemple d''apprentissage. isolated. kept: commissioner_id id masked_id kind label verdict place model_version taxonomy_version masking_version given_on author';
select ground_isolate('situation_example', 'select, insert, delete');

-- The weekly sheet: 50 masked texts drawn among those that may be read, for a human to look for what the masking let through.
create table situation_review (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  week date not null check (extract(isodow from week) = 1),
  place integer not null check (place between 1 and 50),
  masked_id uuid not null,
  drawn_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint review_place_once unique (commissioner_id, week, place),
  constraint review_text_once unique (commissioner_id, masked_id),
  constraint review_masked_own foreign key (commissioner_id, masked_id) references situation_masked (commissioner_id, id) on delete cascade
);
comment on table situation_review is 'Relecture d''un texte masqué. isolated. kept: commissioner_id id week place masked_id drawn_at reviewed_at reviewed_by';
select ground_isolate('situation_review', 'select, insert, update, delete');

-- A leak that a human marked, kept as a test of the masking: the segment sealed with the key of whom the text is about, its masked surroundings.
create table situation_leak (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  masked_id uuid not null,
  sealed_for uuid not null,
  type text not null check (type in ('NOM', 'TEL', 'EMAIL', 'ADRESSE', 'NIR', 'IBAN', 'DATE_NAISSANCE', 'ENTREPRISE', 'IDENTIFIANT')),
  segment bytea not null,
  before text not null,
  after text not null,
  masking_version text not null,
  found_at timestamptz not null,
  found_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint leak_masked_own foreign key (commissioner_id, masked_id) references situation_masked (commissioner_id, id) on delete cascade,
  constraint leak_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
create index leaks_of_text on situation_leak (commissioner_id, masked_id);
comment on table situation_leak is 'Fuite relevée, cas d''essai du masquage. isolated. kept: commissioner_id id masked_id type masking_version found_at found_by; anonymised: sealed_for; purged: segment before after';
select ground_isolate('situation_leak', 'select, insert, update, delete');

-- The texts as they were before a leak was masked, sealed, one day: so that a mistake can be undone.
create table situation_leak_undo (
  commissioner_id uuid not null references ground_commissioner,
  leak_id uuid not null,
  masked_id uuid not null,
  sealed_for uuid not null,
  text bytea not null,
  version integer not null,
  purge_at timestamptz not null,
  primary key (commissioner_id, leak_id, masked_id),
  constraint undo_leak_own foreign key (commissioner_id, leak_id) references situation_leak (commissioner_id, id) on delete cascade,
  constraint undo_masked_own foreign key (commissioner_id, masked_id) references situation_masked (commissioner_id, id) on delete cascade,
  constraint undo_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
comment on table situation_leak_undo is 'Texte d''avant une fuite masquée, un jour. isolated. kept: commissioner_id leak_id masked_id version purge_at; anonymised: sealed_for; purged: text';
select ground_isolate('situation_leak_undo', 'select, insert, delete');

-- Masked texts whose person says yes now to their use beyond her file: her last word, and never after her erasure. Nothing here tells who she is.
create view situation_shared_text with (security_invoker = true) as
  select m.commissioner_id, m.id, m.text, m.masking_version, m.masked_at, m.urgency, m.may_be_quoted
  from situation_masked m
  join situation_verbatim v on v.commissioner_id = m.commissioner_id and v.contact_id = m.contact_id
  join person p on p.commissioner_id = v.commissioner_id and p.id = v.sealed_for and p.erased_at is null
  where m.text <> '' and (
    select c.answer = 'yes' and c.withdrawn_at is null
    from person_consent c
    where c.commissioner_id = v.commissioner_id and c.person_id = v.sealed_for and c.purpose = 'verbatim_observatory' and c.recipient is null
    order by c.given_at desc, c.id desc
    limit 1);

-- What may ever be quoted: neither an emergency, nor a minor's, nor violence; the columns decide, and they never go back.
create view situation_quotable with (security_invoker = true) as
  select commissioner_id, id, text, masked_at from situation_shared_text where may_be_quoted;

grant select on situation_shared_text, situation_quotable to tu_app;
revoke all on function situation_masked_never_lowered(), situation_urgency_reaches_texts() from public;
