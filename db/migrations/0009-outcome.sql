-- 09-outcome: what came of it, by whose word, and what was gained.

create table outcome (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  referral_id uuid not null,
  source text not null check (source in ('provider', 'person', 'counsellor', 'register')),
  delivered text not null check (delivered in ('yes', 'partly', 'no')),
  reason text check (length(reason) <= 300),
  satisfaction integer check (satisfaction between 1 and 4),
  said_at timestamptz not null,
  said_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint outcome_referral_own foreign key (commissioner_id, referral_id) references referral (commissioner_id, id)
);
create index outcomes_of_referral on outcome (commissioner_id, referral_id, said_at);
comment on table outcome is 'Résultat. isolated. kept: commissioner_id id referral_id source delivered satisfaction said_at said_by; anonymised: reason';
select ground_isolate('outcome', 'select, insert');

-- Who was asked what became of a referral: provider at J+7, person at J+14, counsellor at J+30.
create table outcome_question (
  commissioner_id uuid not null references ground_commissioner,
  referral_id uuid not null,
  asked_of text not null check (asked_of in ('provider', 'person', 'counsellor')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (commissioner_id, referral_id, asked_of),
  constraint question_referral_own foreign key (commissioner_id, referral_id) references referral (commissioner_id, id)
);
comment on table outcome_question is 'Question posée sur le résultat. isolated. kept: commissioner_id referral_id asked_of asked_at answered_at';
select ground_isolate('outcome_question', 'select, insert, update');

create table outcome_gain (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  situation_id uuid not null,
  referral_id uuid,
  -- The money of an application that came, and by which payment: noted once, whatever is told again (04-rights).
  application_id uuid,
  payment_id uuid,
  kind text not null check (kind in ('skill', 'opportunity', 'money', 'avoided-cost', 'time', 'social-link')),
  label bytea not null,
  amount_cents bigint check (amount_cents > 0),
  period text check (period in ('once', 'month', 'year')),
  basis text not null check (basis in ('declared', 'estimated', 'proven')),
  noted_at timestamptz not null,
  noted_by uuid references ground_staff,
  withdrawn_at timestamptz,
  primary key (commissioner_id, id),
  constraint gain_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint gain_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint gain_referral_own foreign key (commissioner_id, referral_id) references referral (commissioner_id, id),
  constraint gain_payment_once unique (commissioner_id, payment_id),
  constraint gain_payment_has_application check ((payment_id is null) = (application_id is null)),
  constraint gain_money_has_amount check ((kind in ('money', 'avoided-cost')) = (amount_cents is not null and period is not null))
);
create index gains_of_person on outcome_gain (commissioner_id, person_id);
comment on table outcome_gain is 'Gain. isolated. kept: commissioner_id id situation_id referral_id application_id payment_id kind amount_cents period basis noted_at noted_by withdrawn_at; anonymised: person_id; purged: label';
select ground_isolate('outcome_gain', 'select, insert, update');
