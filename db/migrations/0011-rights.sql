-- 04-rights: what a household could have and does not. One section a chapter, in the order of the room.

-- ── facts and estimate ──────────────────────────────────────────────────────────────────────────────────────────────

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
