-- 05-directory: an import may be tried, held for a human, refused, undone; a mapping may be made on the screen and kept.

alter table directory_import
  drop constraint directory_import_state_check,
  add constraint directory_import_state_check
    check (state in ('waiting', 'trying', 'running', 'held', 'refused', 'done', 'undone', 'failed')),
  -- What a trial run over the whole file counted: {"received": …, "kept": …, "refused": …, "remarked": …, "rules": [{"field", "rule", …}]}.
  add column trial jsonb,
  -- Why it is held: {"before": …, "listed": …, "gone": …, "departements": ["38", …]}.
  add column held jsonb,
  -- The columns as they were chosen on the screen, from which the mapping was made.
  add column choices jsonb,
  add column undone_at timestamptz,
  add column undone_by uuid references ground_staff;
comment on table directory_import is 'Import. shared. kept: id source_id file_name file_hash data_date mapping state started_at progressed_at ended_at started_by bytes_total bytes_read received kept unchanged refused remarked gone failure trial held choices undone_at undone_by';

-- Rows as they were before an import changed them, for thirty days. A row that the import made has nothing before.
create table directory_before (
  import_id uuid not null references directory_import,
  kind text not null check (kind in ('structure', 'service')),
  row_id uuid not null,
  before jsonb,
  -- The fields that people also write by hand, as the import left them: what changed since then is not taken back.
  after jsonb,
  primary key (import_id, kind, row_id)
);
comment on table directory_before is 'Ligne d''avant un import. shared. kept: import_id kind row_id before after';
grant select, insert, update, delete on directory_before to tu_app;

create table directory_mapping (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  mapping jsonb not null,
  choices jsonb,
  changed_at timestamptz not null,
  changed_by uuid references ground_staff,
  constraint mapping_named_once unique (name)
);
comment on table directory_mapping is 'Correspondance. shared. kept: id name mapping choices changed_at changed_by';
grant select, insert, update, delete on directory_mapping to tu_app;
