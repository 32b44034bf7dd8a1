-- 06-content: what a person let us keep of a quiz, for whoever calls her back. Quizzes and sheets themselves are not in the database.

create table content_answers (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  callback_id uuid not null,
  quiz text not null check (length(quiz) <= 40),
  said bytea not null,
  -- The version of the question she said yes to.
  wording integer not null,
  agreed_at timestamptz not null,
  purge_at timestamptz not null,
  primary key (commissioner_id, id),
  constraint answers_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint answers_callback_own foreign key (commissioner_id, callback_id) references contact_callback (commissioner_id, id),
  constraint answers_once_a_callback unique (commissioner_id, callback_id, quiz)
);
create index answers_of_person on content_answers (commissioner_id, person_id);
create index answers_to_purge on content_answers (commissioner_id, purge_at);
comment on table content_answers is 'Réponses gardées. isolated. kept: commissioner_id id quiz wording agreed_at purge_at; anonymised: person_id callback_id; purged: said';
select ground_isolate('content_answers', 'select, insert, delete');
