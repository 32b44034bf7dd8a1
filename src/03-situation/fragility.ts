import type { Emotion, Intensity } from "./emotion.ts";
import type { DomainState } from "./grid.ts";
import type { NeedStatus } from "./need.ts";
import type { NeedId, ThemeId } from "./taxonomy.ts";
import type { UrgencyMotive } from "./urgency.ts";

export const fragilities = [
  "isolement",
  "finances",
  "sante",
  "logement",
  "violences",
  "aidant_epuise",
  "illectronisme",
  "risque_suicidaire",
] as const;
/** Fragilité : what makes a difficulty weigh more on somebody. Told by facts that were said, never by a score of the person. */
export type Fragility = (typeof fragilities)[number];

/** Fait dit : something a human noted, that explains a fragility. */
export type SaidFact =
  | { readonly kind: "need"; readonly need: NeedId }
  | { readonly kind: "tour"; readonly domain: ThemeId; readonly state: DomainState }
  | { readonly kind: "urgency"; readonly motive: UrgencyMotive }
  | { readonly kind: "emotion"; readonly emotion: Emotion; readonly intensity: Intensity };

/** What was noted of a situation, from which facts are read. Nothing that a machine only proposed. */
export interface Said {
  readonly needs: readonly { readonly need: NeedId; readonly status: NeedStatus }[];
  /** The last signed tour: domain → state. */
  readonly tour: Readonly<Record<string, string>>;
  readonly motives: readonly UrgencyMotive[];
  readonly emotions: readonly { readonly emotion: Emotion; readonly intensity: Intensity }[];
}

interface Signs {
  readonly needs: readonly NeedId[];
  readonly domains: readonly ThemeId[];
  readonly motives: readonly UrgencyMotive[];
  /** An emotion never says a fragility alone: it stands beside another fact. */
  readonly beside: readonly Emotion[];
}

const signs: Readonly<Record<Fragility, Signs>> = {
  isolement: { needs: ["solitude", "deuil"], domains: ["lien"], motives: [], beside: ["tristesse"] },
  finances: {
    needs: ["fins_de_mois", "dettes", "secours", "alimentaire"],
    domains: ["budget", "essentiels"],
    motives: ["sans_ressource", "sans_nourriture", "coupure"],
    beside: ["honte"],
  },
  sante: {
    needs: ["maladie", "arret", "addictions", "mal_etre"],
    domains: ["sante", "psy", "handicap"],
    motives: ["sante_vitale"],
    beside: [],
  },
  logement: { needs: ["loyer", "hebergement", "indigne"], domains: ["logement"], motives: ["rue", "expulsion"], beside: ["peur"] },
  violences: {
    needs: ["violences_conj", "maltraitance", "victime"],
    domains: ["securite"],
    motives: ["violence", "danger_enfant", "danger_vulnerable"],
    beside: ["peur"],
  },
  aidant_epuise: { needs: ["aidant", "retour_domicile"], domains: ["autonomie"], motives: [], beside: ["epuisement"] },
  illectronisme: { needs: ["demarche_ligne", "acces_num"], domains: ["numerique"], motives: [], beside: [] },
  risque_suicidaire: { needs: ["crise_suicidaire"], domains: [], motives: ["suicide"], beside: ["desarroi", "epuisement"] },
};

// A need that was met, or is no longer, weakens nobody; one that she declined help for still does.
const overStatuses: readonly NeedStatus[] = ["met", "gone"];
const heavyStates: readonly DomainState[] = ["fragile", "hard", "urgent"];
const isHeavy = (state: string): state is DomainState => (heavyStates as readonly string[]).includes(state);

/** The facts said that explain one fragility; none when nothing that was noted tells it. */
export const factsFor = (fragility: Fragility, said: Said): readonly SaidFact[] => {
  const { needs, domains, motives, beside } = signs[fragility];
  const facts: SaidFact[] = [
    ...said.needs
      .filter(({ need, status }) => needs.includes(need) && !overStatuses.includes(status))
      .map(({ need }) => ({ kind: "need", need }) as const),
    ...domains.flatMap((domain) => {
      const state = said.tour[domain] ?? "todo";
      return isHeavy(state) ? [{ kind: "tour", domain, state } as const] : [];
    }),
    ...said.motives.filter((motive) => motives.includes(motive)).map((motive) => ({ kind: "urgency", motive }) as const),
  ];
  if (facts.length === 0) return [];
  return [
    ...facts,
    ...said.emotions
      .filter(({ emotion }) => beside.includes(emotion))
      .map(({ emotion, intensity }) => ({ kind: "emotion", emotion, intensity }) as const),
  ];
};

/** Avis d'un humain : confirmed or removed, with the facts that stood there that day. */
export interface FragilityVerdict {
  readonly fragility: Fragility;
  readonly verdict: "confirmed" | "removed";
  readonly facts: readonly SaidFact[];
  readonly notedAt: Date;
  readonly notedBy: string;
}

/** One line of « Ce qui fragilise ». */
export interface FragilityLine {
  readonly fragility: Fragility;
  /** To confirm: facts tell it and no human has spoken yet, or something new was said since it was removed. */
  readonly state: "to-confirm" | "confirmed" | "removed";
  readonly facts: readonly SaidFact[];
  /** What humans said of it, the newest first. */
  readonly history: readonly FragilityVerdict[];
}

/**
 * What weakens somebody, as facts and humans tell it. A human's word stands until another one; once removed, it is asked again only when
 * a new fact is said. @param verdicts the newest first
 */
export const fragilityLines = (said: Said, verdicts: readonly FragilityVerdict[]): readonly FragilityLine[] =>
  fragilities.flatMap((fragility): readonly FragilityLine[] => {
    const history = verdicts.filter((each) => each.fragility === fragility);
    const facts = factsFor(fragility, said);
    const last = history[0];
    if (last === undefined) return facts.length === 0 ? [] : [{ fragility, state: "to-confirm", facts, history }];
    if (last.verdict === "confirmed") return [{ fragility, state: "confirmed", facts: facts.length === 0 ? last.facts : facts, history }];
    const isNew = facts.some((fact) => !last.facts.some((known) => sameFact(known, fact)));
    return [{ fragility, state: isNew ? "to-confirm" : "removed", facts: isNew ? facts : last.facts, history }];
  });

/** The same thing said: an emotion heard louder is no new fact, a domain that got worse is one. */
const sameFact = (one: SaidFact, other: SaidFact): boolean => {
  if (one.kind === "need" && other.kind === "need") return one.need === other.need;
  if (one.kind === "tour" && other.kind === "tour") return one.domain === other.domain && one.state === other.state;
  if (one.kind === "urgency" && other.kind === "urgency") return one.motive === other.motive;
  return one.kind === "emotion" && other.kind === "emotion" && one.emotion === other.emotion;
};
