import type { ServiceDraft, StructureDraft } from "./draft.ts";
import type { Located } from "./located.ts";

/** A text that is only blank is no text. */
const filled = (text: string | undefined): string | null => (text === undefined || text.trim() === "" ? null : text.trim());

/** Ligne prête : a draft and its place, under the names of the columns where they will be kept. */
export const stagedRow = (draft: StructureDraft | ServiceDraft, located: Located): Readonly<Record<string, unknown>> => ({
  name: draft.name.trim(),
  description: filled(draft.description),
  address: filled(draft.place.street),
  address_extra: filled(draft.place.extra),
  postal_code: draft.place.postalCode ?? null,
  commune_name: located.commune?.name ?? filled(draft.place.communeName),
  commune_code: located.commune?.code ?? null,
  latitude: located.point?.latitude ?? null,
  longitude: located.point?.longitude ?? null,
  point_from: located.point?.from ?? null,
  phone: filled(draft.phone),
  mail: draft.mail ?? null,
  opening_hours: filled(draft.openingHours),
  source_url: draft.sourceUrl ?? null,
  updated_on: draft.updatedOn,
  ...(draft.kind === "structure" ? ofStructure(draft) : ofService(draft)),
});

const ofStructure = (draft: StructureDraft) => ({
  siret: draft.siret ?? null,
  website: draft.website ?? null,
  accessibility_url: draft.accessibilityUrl ?? null,
  networks: draft.networks,
});

const ofService = (draft: ServiceDraft) => ({
  kind: draft.serviceKind ?? null,
  themes: draft.themes,
  publics: draft.publics,
  publics_details: filled(draft.publicsDetails),
  conditions: filled(draft.conditions),
  cost: draft.cost ?? null,
  cost_details: filled(draft.costDetails),
  access_modes: draft.accessModes,
  mobilisation_modes: draft.mobilisationModes,
  mobilisable_by: draft.mobilisableBy,
  mobilisation_details: filled(draft.mobilisationDetails),
  mobilisation_url: draft.mobilisationUrl ?? null,
  zone: draft.zone ?? null,
  weekly_hours: draft.weeklyHours ?? null,
  weeks: draft.weeks ?? null,
  ...draft.extension,
  // Who checked is told by the structure's own source: nobody of ours did.
  ...(draft.extension?.checked_on === undefined ? {} : { checked_by: draft.extension.checked_on === null ? null : "structure" }),
});
