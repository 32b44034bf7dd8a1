-- 04-rights: what a household could have and does not. One section a chapter, in the order of the room.

-- ── facts and estimate ──────────────────────────────────────────────────────────────────────────────────────────────

-- One plain answer about a household: the question, what was said (sealed), by which way it came. Never changed: a later line takes the
-- place of an earlier one, and a line taken back leaves the earlier one in force.
create table rights_fact (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  -- Whose key seals it: a situation may come to be about somebody else.
  sealed_for uuid not null,
  -- None while what a citizen brought waits for a situation.
  situation_id uuid,
  question text not null check (question ~ '^[a-z0-9.-]{1,60}$'),
  value bytea not null,
  source text not null check (source in ('counsellor', 'notes', 'register', 'simulator')),
  said_at timestamptz not null,
  said_by uuid references ground_staff,
  -- What came with one request to be called back is forgotten with it.
  callback_id uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint fact_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id),
  constraint fact_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint fact_callback_own foreign key (commissioner_id, callback_id) references contact_callback (commissioner_id, id),
  constraint fact_brought_from_simulator check ((callback_id is not null) = (source = 'simulator')),
  constraint fact_waits_from_simulator check (situation_id is not null or source = 'simulator')
);
create index rights_facts_of_situation on rights_fact (commissioner_id, situation_id, question, id desc);
create index rights_facts_of_person on rights_fact (commissioner_id, sealed_for);
create index rights_facts_of_callback on rights_fact (commissioner_id, callback_id) where callback_id is not null;
comment on table rights_fact is 'Fait du foyer. isolated. kept: commissioner_id id situation_id question source said_at said_by withdrawn_at withdrawn_by; anonymised: sealed_for callback_id; purged: value';
select ground_isolate('rights_fact', 'select, insert, update, delete');

-- A right that is acquired and that a human confirmed not to be received: non-take-up, by bands of amounts. No word, no exact sum.
create table rights_not_used (
  commissioner_id uuid not null references ground_commissioner,
  situation_id uuid not null,
  right_code text not null check (right_code ~ '^[a-z_]{2,30}$'),
  band text not null check (band in ('under-50', '50-149', '150-299', '300-599', '600-plus')),
  confirmed_at timestamptz not null,
  confirmed_by uuid references ground_staff,
  -- It is received now, or was never due: out of every count.
  ended_at timestamptz,
  primary key (commissioner_id, situation_id, right_code),
  constraint not_used_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id)
);
comment on table rights_not_used is 'Droit non utilisé. isolated. kept: commissioner_id situation_id right_code band confirmed_at confirmed_by ended_at';
select ground_isolate('rights_not_used', 'select, insert, update');

-- « Montant inattendu ? »: what somebody saw that the estimate did not, for whoever supervises.
create table rights_report (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  sealed_for uuid not null,
  right_code text not null check (right_code ~ '^[a-z_]{2,30}$'),
  kind text not null check (kind in ('decided-otherwise', 'seems-wrong', 'should-be-there')),
  said bytea,
  reported_at timestamptz not null,
  reported_by uuid not null references ground_staff,
  settled_at timestamptz,
  settled_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint report_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint report_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
create index rights_reports_of_situation on rights_report (commissioner_id, situation_id, reported_at);
comment on table rights_report is 'Montant inattendu. isolated. kept: commissioner_id id situation_id right_code kind reported_at reported_by settled_at settled_by; anonymised: sealed_for; purged: said';
select ground_isolate('rights_report', 'select, insert, update');

-- ── application: what was asked, refused, granted, paid ─────────────────────────────────────────────────────────────
-- A right of one person in one situation, followed until the money has come. Where it stands is read from its steps.
create table rights_application (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  -- Whose key seals what is told of it: whom the situation was about when it began.
  sealed_for uuid not null,
  -- One of the sixteen rights, « local » for a local benefit, « other » for a right of another name.
  right_code text not null check (right_code ~ '^[a-z_]{2,30}$'),
  -- The sheet of a local benefit, when it has one.
  benefit_id uuid,
  -- The name given to a local benefit or to another right, sealed.
  label bytea,
  opened_at timestamptz not null,
  opened_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint application_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint application_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
create index applications_of_situation on rights_application (commissioner_id, situation_id, opened_at);
comment on table rights_application is 'Démarche. isolated. kept: commissioner_id id situation_id right_code benefit_id opened_at opened_by; anonymised: sealed_for; purged: label';
select ground_isolate('rights_application', 'select, insert, update');

-- What was done, never changed: a gesture taken back is one more line, that names the one it undoes.
create table rights_application_step (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  application_id uuid not null,
  seq integer not null check (seq >= 1),
  gesture text not null check (gesture in ('open', 'ask', 'grant', 'refuse', 'appeal', 'pay', 'withdraw', 'resume', 'undo')),
  undoes uuid,
  -- The day in life: asked on, decided on, paid on.
  on_day date not null,
  -- How, to whom, why, how much: sealed, amounts included.
  told bytea,
  at timestamptz not null,
  by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint step_order_once unique (commissioner_id, application_id, seq),
  constraint step_undone_once unique (commissioner_id, undoes),
  constraint step_undoes_something check ((gesture = 'undo') = (undoes is not null)),
  constraint step_application_own foreign key (commissioner_id, application_id) references rights_application (commissioner_id, id),
  constraint step_undone_own foreign key (commissioner_id, undoes) references rights_application_step (commissioner_id, id)
);
comment on table rights_application_step is 'Étape d''une démarche. isolated. kept: commissioner_id id application_id seq gesture undoes on_day at by; purged: told';
select ground_isolate('rights_application_step', 'select, insert');

-- A letter of an application, by version; what is printed is what is kept.
create table rights_letter (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  application_id uuid not null,
  sealed_for uuid not null,
  kind text not null check (kind in ('request', 'appeal', 'reasons', 'delay')),
  version integer not null check (version >= 1),
  body bytea,
  written_at timestamptz not null,
  written_by uuid not null references ground_staff,
  primary key (commissioner_id, id),
  constraint letter_version_once unique (commissioner_id, application_id, kind, version),
  constraint letter_application_own foreign key (commissioner_id, application_id) references rights_application (commissioner_id, id),
  constraint letter_person_own foreign key (commissioner_id, sealed_for) references person (commissioner_id, id)
);
comment on table rights_letter is 'Courrier d''une démarche. isolated. kept: commissioner_id id application_id kind version written_at written_by; anonymised: sealed_for; purged: body';
select ground_isolate('rights_letter', 'select, insert');

-- 09-outcome makes a gain of the money that came: the application and the payment it comes from.
alter table outcome_gain add constraint gain_application_own
  foreign key (commissioner_id, application_id) references rights_application (commissioner_id, id);


-- ── register: checks by consent, documents asked once ───────────────────────────────────────────────────────────────
-- What a register asks to know who she is. Asked once, sealed; erased when she takes her consent back, or when nothing is looked up any more.
create table rights_civil_identity (
  commissioner_id uuid not null references ground_commissioner,
  person_id uuid not null,
  told bytea,
  told_at timestamptz not null,
  primary key (commissioner_id, person_id),
  constraint civil_identity_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id)
);
comment on table rights_civil_identity is 'Identité donnée aux registres. isolated. kept: commissioner_id person_id told_at; purged: told';
select ground_isolate('rights_civil_identity', 'select, insert, update');

-- One question to one register. Its answer is yes, no or unknown, sealed; what the register wrote is never here.
create table rights_register_check (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  consent_id uuid not null,
  register text not null check (register in ('rsa', 'prime_activite', 'aah', 'c2s', 'asf', 'aeeh', 'quotient_familial', 'etudiant', 'demandeur_emploi')),
  -- « Is it at most this many euros? »: only a quotient is compared, and only the comparison is kept.
  at_most integer check (at_most between 1 and 100000),
  asked_at timestamptz not null,
  asked_by uuid references ground_staff,
  -- 1 when somebody asked; 2 and more when the house asks again by itself.
  attempt integer not null default 1 check (attempt between 1 and 9),
  -- Since when somebody waits for the register; a call cut short leaves it behind.
  calling_since timestamptz,
  answered_at timestamptz,
  answer bytea,
  valid_until date,
  -- Why nothing is known: never what the register said.
  because text check (because in ('slow', 'down', 'busy', 'broken', 'refused', 'person-unknown', 'identity-unclear', 'withdrawn')),
  forgotten_at timestamptz,
  primary key (commissioner_id, id),
  constraint check_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint check_consent_own foreign key (commissioner_id, consent_id) references person_consent (commissioner_id, id),
  constraint check_compares_quotient check ((register = 'quotient_familial') = (at_most is not null)),
  constraint check_answer_is_whole check ((answered_at is null and answer is null and because is null) or answered_at is not null),
  constraint check_unknown_has_no_end check (because is null or valid_until is null),
  constraint check_forgotten_is_empty check (forgotten_at is null or answer is null)
);
create index register_checks_of_person on rights_register_check (commissioner_id, person_id, asked_at desc);
comment on table rights_register_check is 'Vérification dans un registre. isolated. kept: commissioner_id id consent_id register at_most asked_at asked_by attempt calling_since answered_at valid_until because forgotten_at; anonymised: person_id; purged: answer';
select ground_isolate('rights_register_check', 'select, insert, update');

-- Proof that a document was seen: what it proves is sealed. No file is ever kept here.
create table rights_document (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  provenance text not null check (provenance in ('register', 'person', 'body')),
  check_id uuid,
  what bytea,
  seen_on date not null,
  valid_until date,
  -- SHA-256 of the file that was shown, when there was one: to know it again, not to read it.
  fingerprint bytea check (length(fingerprint) = 32),
  noted_at timestamptz not null,
  noted_by uuid references ground_staff,
  withdrawn_at timestamptz,
  primary key (commissioner_id, id),
  constraint document_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint document_check_own foreign key (commissioner_id, check_id) references rights_register_check (commissioner_id, id),
  constraint document_of_register_has_check check ((provenance = 'register') = (check_id is not null)),
  constraint document_check_once unique (commissioner_id, check_id),
  constraint document_ends_after_seen check (valid_until is null or valid_until >= seen_on)
);
create index documents_of_person on rights_document (commissioner_id, person_id, seen_on desc);
comment on table rights_document is 'Justificatif vu : la preuve seulement. isolated. kept: commissioner_id id provenance check_id seen_on valid_until noted_at noted_by withdrawn_at; anonymised: person_id; purged: what fingerprint';
select ground_isolate('rights_document', 'select, insert, update');

create table rights_document_use (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  purpose text not null check (purpose in ('referral', 'application', 'card', 'renewal')),
  subject_id uuid not null,
  used_at timestamptz not null,
  used_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint document_use_own foreign key (commissioner_id, document_id) references rights_document (commissioner_id, id),
  constraint document_used_once_each unique (commissioner_id, document_id, purpose, subject_id)
);
comment on table rights_document_use is 'Usage d''un justificatif. isolated. kept: commissioner_id id document_id purpose subject_id used_at used_by';
select ground_isolate('rights_document_use', 'select, insert');

-- ── entitlement: rights and cards with an end ───────────────────────────────────────────────────────────────────────
-- What a commissioner gives: a card of three months, a right of a year. A model is data, with its rule.
create table rights_card_model (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 2 and 80),
  -- What is printed: it says nothing of whoever holds it.
  printed_name text not null check (length(printed_name) between 2 and 40),
  months integer not null check (months between 1 and 60),
  register text check (register in ('rsa', 'prime_activite', 'aah', 'c2s', 'asf', 'aeeh', 'quotient_familial', 'etudiant', 'demandeur_emploi')),
  at_most integer check (at_most between 1 and 100000),
  issuers text[] not null check (cardinality(issuers) >= 1 and issuers <@ array['counsellor', 'referent', 'supervisor']),
  is_card boolean not null default true,
  is_demonstration boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (commissioner_id, id),
  constraint card_model_compares_quotient check ((coalesce(register, '') = 'quotient_familial') = (at_most is not null))
);
create unique index card_model_name_once on rights_card_model (commissioner_id, ground_plain(name)) where retired_at is null;
comment on table rights_card_model is 'Modèle de carte ou de droit. isolated. kept: commissioner_id id name printed_name months register at_most issuers is_card is_demonstration created_at retired_at';
select ground_isolate('rights_card_model', 'select, insert, update');

-- A right or a card of one person. Where it stands is read from its dates and from its renewals.
create table rights_entitlement (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  model_id uuid not null,
  requested_at timestamptz not null,
  requested_by uuid references ground_staff,
  -- How the condition was found to hold: by a register, by a document seen, by somebody's decision with a reason.
  checked_at timestamptz,
  checked_by uuid references ground_staff,
  checked_how text check (checked_how in ('no-condition', 'register', 'document', 'decision')),
  decision_note bytea,
  from_day date,
  -- The day of the month where it began: kept when a shorter month clamps the end.
  anchor_day integer check (anchor_day between 1 and 31),
  to_day date,
  issued_at timestamptz,
  issued_by uuid references ground_staff,
  lapsed_at timestamptz,
  stopped_at timestamptz,
  stopped_by uuid references ground_staff,
  stopped_because text check (stopped_because in ('person-asked', 'moved', 'no-longer', 'not-met', 'mistake', 'other')),
  stop_note bytea,
  primary key (commissioner_id, id),
  constraint entitlement_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint entitlement_model_own foreign key (commissioner_id, model_id) references rights_card_model (commissioner_id, id),
  constraint entitlement_checked_is_whole check ((checked_at is null) = (checked_how is null)),
  constraint entitlement_issued_is_checked check (issued_at is null or (checked_at is not null and from_day is not null and to_day is not null and anchor_day is not null)),
  constraint entitlement_ends_after_it_begins check (to_day > from_day),
  constraint entitlement_stop_has_reason check ((stopped_at is null) = (stopped_because is null)),
  constraint entitlement_lapsed_was_issued check (lapsed_at is null or issued_at is not null)
);
create unique index entitlement_one_alive on rights_entitlement (commissioner_id, person_id, model_id) where stopped_at is null and lapsed_at is null;
create index entitlements_by_end on rights_entitlement (commissioner_id, to_day) where issued_at is not null and stopped_at is null and lapsed_at is null;
comment on table rights_entitlement is 'Droit ou carte. isolated. kept: commissioner_id id model_id requested_at requested_by checked_at checked_by checked_how from_day anchor_day to_day issued_at issued_by lapsed_at stopped_at stopped_by stopped_because; anonymised: person_id; purged: decision_note stop_note';
select ground_isolate('rights_entitlement', 'select, insert, update');

-- Asked before the end. While it waits, for a register or for somebody's decision, the right goes on.
create table rights_renewal (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  entitlement_id uuid not null,
  situation text not null check (situation in ('unchanged', 'changed')),
  asked_at timestamptz not null,
  asked_by uuid references ground_staff,
  waits_for text check (waits_for in ('register', 'decision')),
  decided_at timestamptz,
  decided_by uuid references ground_staff,
  outcome text check (outcome in ('renewed', 'not-renewed')),
  how text check (how in ('no-condition', 'register', 'document', 'decision')),
  note bytea,
  from_end date not null,
  to_end date,
  undone_at timestamptz,
  undone_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint renewal_entitlement_own foreign key (commissioner_id, entitlement_id) references rights_entitlement (commissioner_id, id),
  constraint renewal_waits_or_is_decided check ((outcome is null) = (waits_for is not null) and (outcome is null) = (decided_at is null)),
  constraint renewal_renewed_has_end check ((outcome is not distinct from 'renewed') = (to_end is not null)),
  constraint renewal_goes_forward check (to_end > from_end)
);
create unique index renewal_one_waiting on rights_renewal (commissioner_id, entitlement_id) where outcome is null and undone_at is null;
create index renewals_of_entitlement on rights_renewal (commissioner_id, entitlement_id, asked_at);
comment on table rights_renewal is 'Renouvellement. isolated. kept: commissioner_id id entitlement_id situation asked_at asked_by waits_for decided_at decided_by outcome how from_end to_end undone_at undone_by; purged: note';
select ground_isolate('rights_renewal', 'select, insert, update');

-- The card that is held in the hand: its number changes when it is replaced, the right stays.
create table rights_card (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  entitlement_id uuid not null,
  number bytea,
  number_index bytea,
  issued_at timestamptz not null,
  issued_by uuid references ground_staff,
  replaced_at timestamptz,
  replaced_because text check (replaced_because in ('lost', 'stolen', 'damaged', 'not-received')),
  primary key (commissioner_id, id),
  constraint card_entitlement_own foreign key (commissioner_id, entitlement_id) references rights_entitlement (commissioner_id, id),
  constraint card_number_unique unique (commissioner_id, number_index),
  constraint card_replaced_has_reason check ((replaced_at is null) = (replaced_because is null))
);
create unique index card_one_current on rights_card (commissioner_id, entitlement_id) where replaced_at is null;
comment on table rights_card is 'Carte en main. isolated. kept: commissioner_id id entitlement_id issued_at issued_by replaced_at replaced_because; purged: number number_index';
select ground_isolate('rights_card', 'select, insert, update');

-- ── benefit: local benefits ─────────────────────────────────────────────────────────────────────────────────────────
-- Public facts, kept once for all commissioners: no person stands in them. What a benefit says is in its versions.
create table rights_benefit (
  id uuid primary key default uuidv7(),
  -- The name under which a file brings it again.
  key text not null constraint benefit_key_unique unique constraint benefit_key_shape check (key ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  is_demonstration boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references ground_staff,
  -- Of the version that people see: looked at again, it changes without a new version.
  verified_on date,
  verified_by uuid references ground_staff,
  -- Whoever keeps it: asked to look again after twelve months.
  keeper_id uuid references ground_staff,
  withdrawn_at timestamptz,
  constraint benefit_demonstration_named check (not is_demonstration or key like 'demonstration-%')
);
comment on table rights_benefit is 'Aide locale. shared. kept: id key is_demonstration created_at created_by verified_on verified_by keeper_id withdrawn_at';
grant select, insert, update on rights_benefit to tu_app;

create table rights_benefit_version (
  benefit_id uuid not null references rights_benefit,
  version integer not null check (version >= 1),
  state text not null check (state in ('draft', 'to-review', 'published', 'replaced')),
  name text not null check (length(name) between 1 and 120),
  theme text not null,
  gives text not null check (length(gives) between 1 and 1500),
  amount jsonb,
  territory_kind text not null check (territory_kind in ('commune', 'epci', 'departement', 'region')),
  territory_code text not null,
  conditions jsonb not null,
  other_conditions text not null check (length(other_conditions) <= 1000),
  ask jsonb not null,
  bring text[] not null,
  source_url text not null,
  verified_on date not null,
  starts_on date,
  ends_on date,
  -- All who wrote in this version: none of them publishes it.
  writers uuid[] not null check (cardinality(writers) >= 1),
  written_at timestamptz not null,
  published_at timestamptz,
  published_by uuid references ground_staff,
  primary key (benefit_id, version),
  constraint benefit_dates check (starts_on is null or ends_on is null or starts_on <= ends_on),
  constraint benefit_second_eyes check (published_by is null or published_by <> all (writers)),
  constraint benefit_published_whole check ((state in ('published', 'replaced')) = (published_at is not null and published_by is not null))
);
create unique index benefit_published_once on rights_benefit_version (benefit_id) where state = 'published';
create unique index benefit_open_once on rights_benefit_version (benefit_id) where state in ('draft', 'to-review');
create index benefit_of_territory on rights_benefit_version (territory_kind, territory_code) where state = 'published';
comment on table rights_benefit_version is 'Version d''une aide locale. shared. kept: benefit_id version state name theme gives amount territory_kind territory_code conditions other_conditions ask bring source_url verified_on starts_on ends_on writers written_at published_at published_by';
grant select, insert, update on rights_benefit_version to tu_app;

create table rights_benefit_event (
  id uuid primary key default uuidv7(),
  benefit_id uuid not null references rights_benefit,
  version integer not null,
  kind text not null check (kind in ('written', 'sent', 'returned', 'published', 'verified', 'withdrawn', 'restored')),
  at timestamptz not null,
  by_staff uuid not null references ground_staff,
  reason text check (length(reason) between 3 and 500),
  constraint benefit_event_reason check (kind not in ('returned', 'withdrawn', 'restored') or reason is not null)
);
create index benefit_events on rights_benefit_event (benefit_id, at);
comment on table rights_benefit_event is 'Histoire d''une aide locale. shared. kept: id benefit_id version kind at by_staff reason';
grant select, insert on rights_benefit_event to tu_app;

-- « We looked »: the last line for a territory and a theme is the one that holds, unless it was taken back.
create table rights_benefit_coverage (
  id uuid primary key default uuidv7(),
  territory_kind text not null check (territory_kind in ('commune', 'epci', 'departement', 'region')),
  territory_code text not null,
  theme text not null,
  said text not null check (said in ('complete', 'nothing', 'taken-back')),
  with_inside boolean not null,
  looked_on date not null,
  at timestamptz not null,
  by_staff uuid not null references ground_staff
);
create index benefit_coverage_of on rights_benefit_coverage (territory_kind, territory_code, theme, at);
comment on table rights_benefit_coverage is 'Constat de couverture. shared. kept: id territory_kind territory_code theme said with_inside looked_on at by_staff';
grant select, insert on rights_benefit_coverage to tu_app;

create table rights_benefit_signal (
  id uuid primary key default uuidv7(),
  commune_code text not null,
  details text not null check (length(details) between 1 and 500),
  from_kind text not null check (from_kind in ('staff', 'public')),
  reported_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references ground_staff,
  settled_as text check (settled_as in ('catalogued', 'unfounded'))
);
comment on table rights_benefit_signal is 'Aide signalée. shared. kept: id commune_code from_kind reported_at settled_at settled_by settled_as; anonymised: details';
grant select, insert, update on rights_benefit_signal to tu_app;

