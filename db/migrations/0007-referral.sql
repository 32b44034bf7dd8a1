-- 07-referral: providers, the fair turn, referrals, offers and what providers answer.

create table referral_provider (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  name text not null,
  service_id uuid references directory_service,
  mail text not null,
  phone text not null,
  needs text[] not null check (cardinality(needs) > 0),
  zone text[] not null check (cardinality(zone) > 0),
  approved_from date not null,
  approved_until date not null,
  paused_from date,
  paused_until date,
  capacity text not null default 'open' check (capacity in ('open', 'waitlist')),
  capacity_until date,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (commissioner_id, id),
  constraint provider_approval_order check (approved_until >= approved_from)
);
create index provider_by_need on referral_provider using gin (needs) where ended_at is null;
comment on table referral_provider is 'Prestataire. isolated. kept: commissioner_id id name service_id mail phone needs zone approved_from approved_until paused_from paused_until capacity capacity_until created_at ended_at';
select ground_isolate('referral_provider', 'select, insert, update');

-- One pool a category of need and a zone: the providers that take turns there.
create table referral_pool (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  need text not null,
  zone text not null,
  created_at timestamptz not null,
  primary key (commissioner_id, id),
  constraint pool_once unique (commissioner_id, need, zone)
);
comment on table referral_pool is 'Tour de rôle. isolated. kept: commissioner_id id need zone created_at';
select ground_isolate('referral_pool', 'select, insert');

create table referral_ledger (
  commissioner_id uuid not null references ground_commissioner,
  pool_id uuid not null,
  provider_id uuid not null,
  credit_micro bigint not null default 0,
  last_chosen_at timestamptz,
  primary key (commissioner_id, pool_id, provider_id),
  constraint ledger_pool_own foreign key (commissioner_id, pool_id) references referral_pool (commissioner_id, id),
  constraint ledger_provider_own foreign key (commissioner_id, provider_id) references referral_provider (commissioner_id, id)
);
comment on table referral_ledger is 'Crédit de tour. isolated. kept: commissioner_id pool_id provider_id credit_micro last_chosen_at';
select ground_isolate('referral_ledger', 'select, insert, update');

/** Credits of a pool sum to 0, whoever writes them. Checked when the transaction ends. */
create function referral_ledger_sums_to_zero() returns trigger language plpgsql as $$
begin
  if (select sum(credit_micro) from referral_ledger where commissioner_id = new.commissioner_id and pool_id = new.pool_id) <> 0 then
    raise exception 'credits of pool % do not sum to 0', new.pool_id using errcode = 'check_violation', constraint = 'ledger_sums_to_zero';
  end if;
  return null;
end $$;
create constraint trigger ledger_sums_to_zero after insert or update on referral_ledger deferrable initially deferred for each row execute function referral_ledger_sums_to_zero();

create table referral (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  situation_id uuid not null,
  need_id uuid not null,
  person_id uuid not null,
  mode text not null check (mode in ('inform', 'handover', 'warm-transfer', 'emergency')),
  pool_id uuid,
  service_id uuid references directory_service,
  service_snapshot jsonb,
  packet bytea,
  packet_fields text[] not null default '{}',
  consent_id uuid,
  commune_code text,
  named_provider_id uuid,
  status text not null check (status in ('draft', 'consented', 'searching', 'offered', 'accepted', 'contacted', 'delivering', 'closed')),
  outcome text check (outcome in ('delivered', 'partly', 'not-delivered', 'unreachable', 'withdrawn', 'exhausted', 'duplicate', 'unknown', 'informed')),
  created_at timestamptz not null,
  created_by uuid references ground_staff,
  reopened_at timestamptz,
  reopened_after_seq integer not null default 0,
  accepted_at timestamptz,
  first_attempt_at timestamptz,
  reached_at timestamptz,
  done_at timestamptz,
  closed_at timestamptz,
  primary key (commissioner_id, id),
  constraint referral_situation_own foreign key (commissioner_id, situation_id) references situation (commissioner_id, id),
  constraint referral_need_own foreign key (commissioner_id, need_id) references situation_need (commissioner_id, id),
  constraint referral_person_own foreign key (commissioner_id, person_id) references person (commissioner_id, id),
  constraint referral_pool_own foreign key (commissioner_id, pool_id) references referral_pool (commissioner_id, id),
  constraint referral_consent_own foreign key (commissioner_id, consent_id) references person_consent (commissioner_id, id),
  constraint referral_named_provider_own foreign key (commissioner_id, named_provider_id) references referral_provider (commissioner_id, id),
  constraint referral_packet_needs_consent check (packet is null or consent_id is not null),
  constraint referral_leaves_with_consent check (mode <> 'handover' or status = 'draft' or consent_id is not null),
  constraint referral_closed_has_outcome check ((status = 'closed') = (outcome is not null and closed_at is not null))
);
create index referral_of_situation on referral (commissioner_id, situation_id);
create index referral_of_person on referral (commissioner_id, person_id);
create index referral_open on referral (commissioner_id, status) where status <> 'closed';
create unique index referral_one_open_handover on referral (commissioner_id, need_id) where mode = 'handover' and status <> 'closed';
comment on table referral is 'Orientation. isolated. kept: commissioner_id id situation_id need_id mode pool_id service_id service_snapshot packet_fields consent_id commune_code named_provider_id status outcome created_at created_by reopened_at reopened_after_seq accepted_at first_attempt_at reached_at done_at closed_at; anonymised: person_id; purged: packet';
select ground_isolate('referral', 'select, insert, update');

create table referral_decision (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  referral_id uuid not null,
  pool_id uuid not null,
  mode text not null check (mode in ('turn', 'choice')),
  record jsonb not null,
  at timestamptz not null,
  primary key (commissioner_id, id),
  constraint decision_referral_own foreign key (commissioner_id, referral_id) references referral (commissioner_id, id),
  constraint decision_pool_own foreign key (commissioner_id, pool_id) references referral_pool (commissioner_id, id)
);
create index decisions_of_pool on referral_decision (commissioner_id, pool_id);
create index decisions_of_referral on referral_decision (commissioner_id, referral_id);
comment on table referral_decision is 'Décision du tour. isolated. kept: commissioner_id id referral_id pool_id mode record at';
select ground_isolate('referral_decision', 'select, insert');

create table referral_offer (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  referral_id uuid not null,
  provider_id uuid not null,
  decision_id uuid not null,
  seq integer not null check (seq >= 1),
  offered_at timestamptz not null,
  due_at timestamptz not null,
  answer text not null default 'waiting' check (answer in ('waiting', 'accepted', 'refused', 'expired', 'broken', 'withdrawn', 'kept')),
  answered_at timestamptz,
  refusal_reason text check (refusal_reason in ('full', 'out-of-zone', 'not-ours', 'other')),
  refusal_text text check (length(refusal_text) <= 300),
  warned_24_at timestamptz,
  warned_44_at timestamptz,
  primary key (commissioner_id, id),
  constraint offer_seq_once unique (commissioner_id, referral_id, seq),
  constraint offer_referral_own foreign key (commissioner_id, referral_id) references referral (commissioner_id, id),
  constraint offer_provider_own foreign key (commissioner_id, provider_id) references referral_provider (commissioner_id, id),
  constraint offer_decision_own foreign key (commissioner_id, decision_id) references referral_decision (commissioner_id, id),
  constraint offer_other_is_said check (refusal_reason is distinct from 'other' or length(trim(refusal_text)) > 0),
  constraint offer_refused_has_reason check ((answer = 'refused') = (refusal_reason is not null))
);
create unique index offer_one_holder on referral_offer (commissioner_id, referral_id) where answer in ('waiting', 'accepted');
create index offer_due on referral_offer (commissioner_id, due_at) where answer in ('waiting', 'accepted');
create index offer_of_provider on referral_offer (commissioner_id, provider_id, offered_at desc);
comment on table referral_offer is 'Proposition à un prestataire. isolated. kept: commissioner_id id referral_id provider_id decision_id seq offered_at due_at answer answered_at refusal_reason warned_24_at warned_44_at; anonymised: refusal_text';
select ground_isolate('referral_offer', 'select, insert, update');

create table referral_attempt (
  commissioner_id uuid not null references ground_commissioner,
  id uuid not null default uuidv7(),
  offer_id uuid not null,
  at timestamptz not null,
  was_reached boolean not null,
  primary key (commissioner_id, id),
  constraint attempt_offer_own foreign key (commissioner_id, offer_id) references referral_offer (commissioner_id, id)
);
create index attempts_of_offer on referral_attempt (commissioner_id, offer_id, at);
comment on table referral_attempt is 'Essai d''appel du prestataire. isolated. kept: commissioner_id id offer_id at was_reached';
select ground_isolate('referral_attempt', 'select, insert');
