import { z } from "zod";
import { amountPeriods, ConditionContract } from "./benefit.contract.ts";
import { benefitStates } from "./benefit.ts";
import { benefitFields } from "./benefit-change.ts";
import { CoverageContract, NamedTerritoryContract } from "./local-benefits.contract.ts";
import { territoryKinds } from "./territory.ts";

/** Aides du catalogue, as those who keep them see the list. */
export const CatalogueContract = z.object({
  /** How many there are of each state, before the state is chosen. */
  counts: z.record(z.enum(benefitStates), z.int()),
  total: z.int(),
  benefits: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      theme: z.string(),
      territory: NamedTerritoryContract,
      state: z.enum(benefitStates),
      /** A next version is being written, or waits for a second pair of eyes. */
      pending: z.enum(["draft", "to-review"]).nullable(),
      verifiedOn: z.string(),
      isKeptByMe: z.boolean(),
      isDemonstration: z.boolean(),
    }),
  ),
});
export type CatalogueShown = z.infer<typeof CatalogueContract>;

const ContentShown = z.object({
  name: z.string(),
  theme: z.string(),
  gives: z.string(),
  amount: z.object({ cents: z.int(), isAtMost: z.boolean(), period: z.enum(amountPeriods) }).nullable(),
  territory: z.object({ kind: z.enum(territoryKinds), code: z.string() }),
  conditions: z.array(ConditionContract),
  otherConditions: z.string(),
  ask: z.object({ body: z.string(), phone: z.string(), mail: z.string(), address: z.string(), hours: z.string() }),
  bring: z.array(z.string()),
  sourceUrl: z.string(),
  verifiedOn: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
});
export type ContentShown = z.infer<typeof ContentShown>;

const VersionShown = z.object({
  version: z.int(),
  state: z.enum(["draft", "to-review", "published", "replaced"]),
  content: ContentShown,
  territory: NamedTerritoryContract,
  inWords: z.record(z.enum(benefitFields), z.string()),
  writerNames: z.array(z.string()),
  writtenAt: z.iso.datetime(),
  isMine: z.boolean(),
  publishedAt: z.iso.datetime().nullable(),
  publisherName: z.string().nullable(),
});
export type VersionShown = z.infer<typeof VersionShown>;

/** Une aide du catalogue, with all its versions, what the one being written changes, and its history. */
export const CatalogueBenefitContract = z.object({
  id: z.uuid(),
  key: z.string(),
  state: z.enum(benefitStates),
  isDemonstration: z.boolean(),
  verified: z.object({ on: z.string(), byName: z.string() }).nullable(),
  /** The newest first. */
  versions: z.array(VersionShown).min(1),
  /** Between what people see and what is being written; none when nothing is published yet. */
  changes: z.array(z.object({ field: z.enum(benefitFields), before: z.string(), after: z.string() })),
  history: z.array(
    z.object({
      version: z.int(),
      kind: z.enum(["written", "sent", "returned", "published", "verified", "withdrawn", "restored"]),
      at: z.iso.datetime(),
      byName: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type CatalogueBenefitShown = z.infer<typeof CatalogueBenefitContract>;

export const WrittenContract = z.object({ id: z.uuid(), version: z.int(), isUnchanged: z.boolean() });

/** Ce que devient un fichier : one line a line. */
export const ImportedContract = z.object({
  isTrial: z.boolean(),
  lines: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      outcome: z.enum(["new", "changed", "unchanged", "refused"]),
      reasons: z.array(z.string()),
    }),
  ),
});
export type ImportedShown = z.infer<typeof ImportedContract>;

export const TerritoriesContract = z.array(NamedTerritoryContract);

/** Couverture par département : what was looked at, theme by theme. */
export const CoverageTableContract = z.object({
  /** The one shown; empty for the whole country. */
  region: z.string(),
  regions: z.array(NamedTerritoryContract),
  rows: z.array(
    z.object({
      territory: NamedTerritoryContract,
      cells: z.array(
        z.object({
          theme: z.string(),
          count: z.int(),
          state: z.enum(["catalogued", "not-offered", "not-looked"]),
          lookedOn: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type CoverageTableShown = z.infer<typeof CoverageTableContract>;

/** Couverture d'un territoire : what was said of each theme, and what would be told to somebody who lives in it. */
export const TerritoryCoverageContract = z.object({
  territory: NamedTerritoryContract,
  themes: z.array(
    z.object({
      theme: z.string(),
      count: z.int(),
      statement: z
        .object({
          said: z.enum(["complete", "nothing"]),
          withInside: z.boolean(),
          lookedOn: z.string(),
          byName: z.string(),
          isBelieved: z.boolean(),
        })
        .nullable(),
      /** For a commune only. */
      told: CoverageContract.nullable(),
    }),
  ),
});
export type TerritoryCoverageShown = z.infer<typeof TerritoryCoverageContract>;

export const BenefitSignalsContract = z.array(
  z.object({
    id: z.uuid(),
    commune: NamedTerritoryContract,
    details: z.string(),
    from: z.enum(["staff", "public"]),
    reportedAt: z.iso.datetime(),
  }),
);
export type BenefitSignalShown = z.infer<typeof BenefitSignalsContract>[number];
