import { dayOf, type Day } from "#engines/calendar";
import { themeIds, type ThemeId } from "#situation";
import { answerFor, isOffered, isToVerifyAgain, type BenefitAnswer } from "./benefit.ts";
import type { BenefitFacts } from "./benefit-facts.ts";
import { publishedBenefits, type BenefitReader, type PublishedBenefit } from "./benefit.store.ts";
import { coverageOf, type Coverage } from "./coverage.ts";
import { statementsFor } from "./coverage.store.ts";
import { levelsOf, territoryKey } from "./territory.ts";
import { territoriesOf, type NamedTerritory, type Places } from "./territory.source.ts";

/** Aide locale pour un foyer : what it is, whose it is, and whether she may have it. */
export interface LocalBenefit extends PublishedBenefit {
  readonly territory: NamedTerritory;
  /** Looked at more than twelve months ago: to be confirmed before one travels. */
  readonly isToVerifyAgain: boolean;
  /** Absent when nothing was asked of the household. */
  readonly answer: BenefitAnswer | undefined;
}

export type LocalBenefitsFound =
  | { readonly kind: "unknown-commune" }
  | {
      readonly kind: "found";
      readonly commune: NamedTerritory;
      readonly levels: readonly NamedTerritory[];
      readonly benefits: readonly LocalBenefit[];
      /** What the silence of each theme means here. */
      readonly coverage: readonly { readonly theme: ThemeId; readonly coverage: Coverage }[];
    };

/**
 * Les aides locales d'un foyer : those published for her commune, its EPCI, its département and its region, set against what is known.
 * A former commune code is followed to the commune of today; drafts, withdrawn and past ones never come out.
 * @param facts absent to list what exists without saying who may have it
 */
export const benefitsFor = async (
  reader: BenefitReader,
  places: Places,
  asked: { readonly communeCode: string; readonly facts?: BenefitFacts; readonly theme?: ThemeId; readonly today?: Day },
): Promise<LocalBenefitsFound> => {
  const commune = places.byCode(asked.communeCode);
  if (!commune) return { kind: "unknown-commune" };
  const territories = territoriesOf(places);
  const today = asked.today ?? dayOf(reader.now);
  const levels = levelsOf(commune);
  // What was written for a commune before it was merged stands under its former code.
  const keys = [...levels.map(territoryKey), ...commune.otherCodes.map((code) => territoryKey({ kind: "commune", code }))];
  const [published, statements] = [await publishedBenefits(reader, { keys, ...themeOf(asked.theme) }), await statementsFor(reader, keys)];
  const offered = published.filter(({ content }) => isOffered(content, today));
  const rank = new Map(["may-have", "to-check", undefined, "not"].map((kind, at) => [kind, at]));
  const benefits = offered
    .map((benefit): LocalBenefit => ({
      ...benefit,
      territory: territories.find(benefit.content.territory) ?? {
        ...benefit.content.territory,
        name: benefit.content.territory.code,
        detail: "",
      },
      isToVerifyAgain: isToVerifyAgain(benefit.verifiedOn, today),
      answer: asked.facts && answerFor(benefit.content, asked.facts),
    }))
    .toSorted((a, b) => (rank.get(a.answer?.kind) ?? 0) - (rank.get(b.answer?.kind) ?? 0) || levelOf(a) - levelOf(b));
  const themes = asked.theme === undefined ? themeIds : [asked.theme];
  return {
    kind: "found",
    commune: territories.find({ kind: "commune", code: commune.code }) ?? {
      kind: "commune",
      code: commune.code,
      name: commune.name,
      detail: "",
    },
    levels: territories.levels(commune),
    benefits,
    coverage: themes.map((theme) => ({
      theme,
      coverage: coverageOf({ levels, theme, statements, today, found: offered.filter(({ content }) => content.theme === theme).length }),
    })),
  };
};

const themeOf = (theme: ThemeId | undefined): { readonly theme?: ThemeId } => (theme === undefined ? {} : { theme });

/** The nearest first: what the commune gives is the most particular. */
const levelOf = ({ content }: PublishedBenefit): number => ["commune", "epci", "departement", "region"].indexOf(content.territory.kind);
