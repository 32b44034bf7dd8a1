-- 05-directory: what the national format does not say of a service and people ask for, and how rows that are one fold together.

alter table directory_service
  add column age_from smallint check (age_from between 0 and 120),
  add column age_to smallint check (age_to between 0 and 120),
  -- Codes of ISO 639-1, and "lsf" for the French sign language.
  add column languages text[] not null default '{}',
  -- A temporary closure or another warning, until a day.
  add column alert text check (length(alert) <= 300),
  add column alert_until date,
  -- Checked is not changed: somebody asked, and nothing had moved.
  add column checked_on date,
  add column checked_by text check (checked_by in ('structure', 'staff')),
  -- An initiative is an offer that is no right and no public service: a café between generations, a theatre workshop, company by night.
  add column nature text not null default 'service' check (nature in ('service', 'initiative')),
  -- The row that stands for this one, when several sources describe one service. A row that is folded is shown nowhere by itself.
  add column folded_into uuid references directory_service,
  -- What the row shows when it stands for others, field by field: {"phone": {"value": …, "source": …, "date": …, "row": …}}.
  add column merged jsonb,
  add constraint service_ages_in_order check (age_to >= age_from),
  add constraint service_folds_into_another check (folded_into <> id),
  add constraint service_checked_by_someone check ((checked_on is null) = (checked_by is null));
create index service_folded_into on directory_service (folded_into) where folded_into is not null;
comment on table directory_service is 'Service. shared. kept: id source_id source_key import_id structure_id name description kind themes publics publics_details conditions cost cost_details access_modes mobilisation_modes mobilisable_by mobilisation_details mobilisation_url zone address address_extra postal_code commune_name commune_code latitude longitude point_from phone mail opening_hours weekly_hours weeks source_url updated_on search_words row_hash raw gone_at age_from age_to languages alert alert_until checked_on checked_by nature folded_into merged';

alter table directory_structure
  add column folded_into uuid references directory_structure,
  add column merged jsonb,
  add constraint structure_folds_into_another check (folded_into <> id);
create index structure_folded_into on directory_structure (folded_into) where folded_into is not null;
comment on table directory_structure is 'Structure. shared. kept: id source_id source_key import_id name siret description address address_extra postal_code commune_name commune_code latitude longitude point_from phone mail website opening_hours networks accessibility_url source_url updated_on row_hash raw gone_at folded_into merged';
