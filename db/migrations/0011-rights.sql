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

-- ── entitlement: rights and cards with an end ───────────────────────────────────────────────────────────────────────

-- ── benefit: local benefits ─────────────────────────────────────────────────────────────────────────────────────────
