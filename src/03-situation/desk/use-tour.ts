import { useEffect, useMemo, useRef, useState } from "react";
import { send } from "#ground/screens";
import type { DiagnosisShown } from "../exchange.contract.ts";
import { changesBetween } from "../diagnosis.ts";
import type { DomainState } from "../grid.ts";
import { localCopy } from "./local-copy.ts";
import { useSaid } from "./words.ts";

type Answers = Readonly<Record<string, string>>;
interface KeptTour {
  readonly afterVersion: number;
  readonly answers: Answers;
}

export interface TourInHand {
  readonly answers: Answers;
  /** Answers set here and not signed yet. */
  readonly unsigned: number;
  readonly set: (domain: string, state: DomainState) => void;
  readonly sign: () => Promise<void>;
  readonly problem: string;
}

/** The round of the situation being made: kept sealed on this computer until it is signed. */
export const useTour = (
  situationId: string,
  diagnosis: DiagnosisShown | undefined,
  place: { readonly name: string; readonly key: string },
  reload: () => void,
): TourInHand => {
  const { failed } = useSaid();
  const afterVersion = diagnosis?.version ?? 0;
  const [set, setSet] = useState<Answers>({});
  const [problem, setProblem] = useState("");
  const copy = useMemo(() => localCopy<KeptTour>(place.name, place.key), [place.name, place.key]);
  const version = useRef(afterVersion);
  useEffect(() => {
    version.current = afterVersion;
    void copy.read().then((kept) => {
      if (kept?.afterVersion === version.current) setSet((before) => ({ ...kept.answers, ...before }));
    });
  }, [copy, afterVersion]);
  const signed = diagnosis?.answers ?? {};
  const answers = { ...signed, ...set };
  return {
    answers,
    unsigned: changesBetween(signed, answers).length,
    problem,
    set: (domain, state) => {
      const next = { ...set, [domain]: state };
      setSet(next);
      void copy.keep({ afterVersion, answers: next });
    },
    sign: async () => {
      const answer = await send(`/api/situations/${situationId}/diagnoses`, { answers, afterVersion });
      setProblem(answer.kind === "offline" ? failed.offline : answer.kind === "refused" ? answer.sentence : "");
      if (answer.kind === "offline" || (answer.kind === "refused" && answer.status !== 409)) return;
      if (answer.kind === "done") {
        setSet({});
        await copy.drop();
      }
      reload();
    },
  };
};
