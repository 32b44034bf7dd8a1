-- 02-contact: exchanges (call, form, mail, visit) and callbacks promised.

create table contact (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  channel text not null check (channel in ('call', 'form', 'chat', 'mail', 'letter', 'visit')),
  direction text not null check (direction in ('in', 'out')),
  person_id uuid,
  staff_id uuid references ground_staff,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint contact_ends_after_start check (ended_at >= started_at),
  primary key (commissioner_id, id),
  constraint contact_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id)
);
create index contact_of_person on contact (commissioner_id, person_id, started_at desc);
create index contact_open on contact (commissioner_id, staff_id) where ended_at is null;
comment on table contact is 'Échange. isolated. kept: commissioner_id id channel direction staff_id started_at ended_at; anonymised: person_id';
select ground_isolate('contact', 'select, insert, update');

-- A promise is a booking: one place of one slot, held by the database.
create table contact_callback (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  slot_from timestamptz not null,
  slot_until timestamptz not null,
  place integer not null check (place >= 1),
  state text not null default 'promised' check (state in ('promised', 'kept', 'unreached', 'cancelled')),
  may_leave_message boolean not null default false,
  attempts integer not null default 0,
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references ground_staff,
  contact_id uuid,
  last_attempt_at timestamptz,
  postponed_because text check (postponed_because in ('asked', 'unreached', 'nobody-free', 'other')),
  primary key (commissioner_id, id),
  constraint callback_slot_order check (slot_until > slot_from),
  constraint callback_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint callback_contact_own foreign key (commissioner_id, contact_id) references contact (commissioner_id, id)
);
create unique index callback_one_place on contact_callback (commissioner_id, slot_from, place) where state = 'promised';
create unique index callback_one_promise on contact_callback (commissioner_id, person_id) where state = 'promised';
create index callback_promised on contact_callback (commissioner_id, slot_from) where state = 'promised';
comment on table contact_callback is 'Rappel promis. isolated. kept: commissioner_id id slot_from slot_until place state may_leave_message attempts asked_at settled_at settled_by contact_id last_attempt_at postponed_because; anonymised: person_id';
select ground_isolate('contact_callback', 'select, insert, update');

-- What the person adds from the follow-up page: her words, sealed.
create table contact_word (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  words bytea not null,
  at timestamptz not null,
  read_at timestamptz,
  read_by uuid references ground_staff,
  primary key (commissioner_id, id),
  constraint word_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id)
);
comment on table contact_word is 'Mot ajouté par la personne. isolated. kept: commissioner_id id at read_at read_by; anonymised: person_id; purged: words';
select ground_isolate('contact_word', 'select, insert, update');

-- Who opens a follow-up link tells the first letters of the name; five wrong tries lock it for an hour. The subject is a callback or a person.
create table contact_follow_up (
  commissioner_id uuid not null references ground_commissioner,
  subject_id uuid not null,
  wrong_tries integer not null default 0,
  locked_until timestamptz,
  link_sent_at timestamptz,
  primary key (commissioner_id, subject_id)
);
comment on table contact_follow_up is 'Ouverture d''un suivi. isolated. kept: commissioner_id wrong_tries locked_until link_sent_at; anonymised: subject_id';
select ground_isolate('contact_follow_up', 'select, insert, update');
