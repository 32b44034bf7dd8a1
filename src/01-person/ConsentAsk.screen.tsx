import { useState, type ReactElement } from "react";
import { Refused, send, useLanguage, useResource } from "#ground/screens";
import { ConsentScript } from "./ConsentList.screen.tsx";
import { ConsentsContract } from "./consent.contract.ts";
import { consentScreenWords } from "./consent-screen.words.ts";
import type { ConsentPurpose } from "./consent.ts";
import { consentWords } from "./consent.words.ts";

interface Props {
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  /** Asked again although she answered once: what she said then is shown. */
  readonly again?: boolean;
  /** Pressed just before by whoever listens: the words to read take the focus. Offered by the house, they never do. */
  readonly takesFocus?: boolean;
  readonly onAnswered?: (answer: "yes" | "no") => void;
  readonly onLater?: () => void;
}

/** Demander un accord, one alone, at the moment when it is useful. Shown while it was never asked; « Plus tard » takes it away. */
export function ConsentAsk({ personId, purpose, again = false, takesFocus = false, onAnswered, onLater }: Props): ReactElement | null {
  const language = useLanguage();
  const words = consentScreenWords[language];
  const consents = useResource(`/api/persons/${personId}/consents`, ConsentsContract, { live: ["consent.", "person.changed"] });
  const [isLater, putOff] = useState(false);
  const [problem, setProblem] = useState("");
  const line = consents.state === "ready" ? consents.value.consents.find((each) => each.purpose === purpose) : undefined;
  if (!line || isLater || (line.state !== "to-ask" && !again)) return null;
  const answer = async (given: "yes" | "no"): Promise<void> => {
    const sent = await send(`/api/persons/${personId}/consents`, { purpose, answer: given, textVersion: line.textVersion });
    setProblem(sent.kind === "refused" ? sent.sentence : sent.kind === "offline" ? words.offline : "");
    if (sent.kind !== "done") return;
    consents.reload();
    onAnswered?.(given);
  };
  return (
    <section className="panel consent-ask" aria-label={words.askOf(consentWords[language].names[purpose])}>
      <h2>{consentWords[language].names[purpose]}</h2>
      <ConsentScript
        line={line}
        takesFocus={takesFocus}
        onAnswer={(given) => void answer(given)}
        onWithdraw={undefined}
        onClose={() => {
          putOff(true);
          onLater?.();
        }}
      />
      <Refused sentence={problem} />
    </section>
  );
}
