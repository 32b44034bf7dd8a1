-- 05-directory: approvals of structures, with their dates and their proof; 07-referral: who was told that one ends.

-- One approval for one period. A renewal is a row of its own, in the same line. Nothing is changed afterwards but its end.
create table directory_approval (
  id uuid primary key default uuidv7(),
  structure_id uuid not null references directory_structure,
  -- The first row of the line: approvals that follow one another for the same thing.
  line_id uuid not null references directory_approval,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('agrement', 'norme', 'label', 'convention')),
  title text not null check (length(title) between 1 and 200),
  -- Who gave it.
  body text not null check (length(body) between 1 and 200),
  number text check (length(number) <= 80),
  valid_from date not null,
  -- The last day, included. None: it has no end.
  valid_until date,
  -- Without it, the structure is asked for nothing new.
  is_required boolean not null,
  proof_url text check (length(proof_url) <= 500),
  -- The file that was seen: its name and its SHA-256. The file itself is not kept.
  proof_name text check (length(proof_name) <= 200),
  proof_hash bytea check (length(proof_hash) = 32),
  recorded_at timestamptz not null,
  recorded_by uuid references ground_staff,
  -- « withdrawn »: no longer held from that day on. « mistake »: it should never have been written here, and counts for nothing.
  ended_as text check (ended_as in ('withdrawn', 'mistake')),
  ended_on date,
  ended_because text check (length(ended_because) <= 300),
  ended_at timestamptz,
  ended_by uuid references ground_staff,
  constraint approval_once_in_line unique (line_id, seq),
  constraint approval_days_in_order check (valid_until >= valid_from),
  constraint approval_proof_whole check ((proof_name is null) = (proof_hash is null)),
  constraint approval_end_whole check ((ended_as is null) = (ended_on is null) and (ended_as is null) = (ended_at is null))
);
create index approval_of_structure on directory_approval (structure_id);
comment on table directory_approval is 'Agrément. shared. kept: id structure_id line_id seq kind title body number valid_from valid_until is_required proof_url proof_name proof_hash recorded_at recorded_by ended_as ended_on ended_because ended_at ended_by';
grant select, insert, update on directory_approval to tu_app;

-- A task is made once for an end, whatever became of the task: what was told of which end of which provider.
create table referral_approval_notice (
  commissioner_id uuid not null references ground_commissioner,
  provider_id uuid not null,
  -- The line of approvals of its structure; the provider itself for the dates agreed with the commissioner.
  about_id uuid not null,
  last_day date not null,
  stage text not null check (stage in ('ends', 'ended')),
  noticed_at timestamptz not null,
  primary key (commissioner_id, provider_id, about_id, last_day, stage),
  constraint approval_notice_provider_own foreign key (commissioner_id, provider_id) references referral_provider (commissioner_id, id)
);
comment on table referral_approval_notice is 'Fin d''agrément signalée. isolated. kept: commissioner_id provider_id about_id last_day stage noticed_at';
select ground_isolate('referral_approval_notice', 'select, insert');

alter table ground_task drop constraint ground_task_subject_kind_check;
alter table ground_task add constraint ground_task_subject_kind_check
  check (subject_kind in ('person', 'contact', 'callback', 'situation', 'application', 'referral', 'service', 'gap', 'benefit', 'entitlement', 'provider'));
