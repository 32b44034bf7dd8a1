import type { LocalBenefitShown, LocalBenefitsShown } from "./local-benefits.contract.ts";
import type { BenefitAnswer } from "./benefit.ts";
import type { BenefitContent } from "./benefit.contract.ts";
import type { Coverage } from "./coverage.ts";

interface Named {
  readonly kind: LocalBenefitShown["territory"]["kind"];
  readonly code: string;
  readonly name: string;
  readonly detail: string;
}

interface Found {
  readonly commune: Named;
  readonly levels: readonly Named[];
  readonly benefits: readonly {
    readonly id: string;
    readonly content: BenefitContent;
    readonly isDemonstration: boolean;
    readonly verifiedOn: string;
    readonly territory: Named;
    readonly isToVerifyAgain: boolean;
    readonly answer: BenefitAnswer | undefined;
  }[];
  readonly coverage: readonly { readonly theme: string; readonly coverage: Coverage }[];
}

/** What was found, as it leaves: plain values. */
export const localBenefitsShown = (found: Found): LocalBenefitsShown => ({
  commune: found.commune,
  levels: [...found.levels],
  benefits: found.benefits.map(benefitShown),
  coverage: found.coverage.map(({ theme, coverage }) => ({
    theme,
    coverage:
      coverage.kind === "not-catalogued"
        ? { kind: coverage.kind, levels: coverage.levels.map(({ kind, code }) => ({ kind, code })) }
        : coverage,
  })),
});

export const benefitShown = ({ id, content, territory, answer, ...rest }: Found["benefits"][number]): LocalBenefitShown => ({
  id,
  name: content.name,
  theme: content.theme,
  gives: content.gives,
  amount: content.amount,
  territory,
  conditions: content.conditions,
  otherConditions: content.otherConditions,
  ask: content.ask,
  bring: content.bring,
  sourceUrl: content.sourceUrl,
  verifiedOn: rest.verifiedOn,
  isToVerifyAgain: rest.isToVerifyAgain,
  startsOn: content.startsOn,
  endsOn: content.endsOn,
  isDemonstration: rest.isDemonstration,
  ...(answer ? { answer: answerShown(answer) } : {}),
});

const answerShown = (answer: BenefitAnswer): NonNullable<LocalBenefitShown["answer"]> => {
  if (answer.kind === "not") return { kind: "not", because: [...answer.because] };
  return answer.kind === "to-check" ? { kind: "to-check", missing: [...answer.missing], conditions: [...answer.conditions] } : answer;
};
