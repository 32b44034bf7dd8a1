import type { ReactElement } from "react";
import { french, useLanguage, useResource } from "#ground/screens";
import { ConsentAsk } from "#person/screens";
import type { Asking } from "../desk/use-asking.ts";
import { IdentityForm, type FindPlaces } from "./IdentityForm.screen.tsx";
import { RegistersContract } from "./register.contract.ts";
import { registerWords } from "./register.words.ts";
import type { Register } from "./register.ts";

interface Props<Value> {
  readonly personId: string;
  readonly register: Register;
  readonly asking: Asking<Value>;
  readonly findPlaces: FindPlaces;
  readonly onDone: (value: Value) => void;
}

/**
 * Ce qui manque avant d'interroger : the words to read aloud when she has not agreed yet, then what she is known by, then the ten seconds
 * of waiting. Nothing is shown when nothing is missing.
 */
export const WhatIsNeeded = <Value,>({ personId, register, asking, findPlaces, onDone }: Props<Value>): ReactElement | null => {
  const words = registerWords[useLanguage()];
  const known = useResource(asking.need === "identity" ? `/api/persons/${personId}/registers` : "", RegistersContract);
  const go = (more?: object): void => {
    void asking.ask(more).then((value) => {
      if (value !== undefined) onDone(value);
    });
  };
  if (asking.need === "consent")
    return (
      <ConsentAsk
        personId={personId}
        purpose="register_check"
        again
        takesFocus
        onAnswered={(answer) => {
          if (answer === "yes") go();
          else asking.giveUp();
        }}
        onLater={asking.giveUp}
      />
    );
  if (asking.need === "identity" && known.state === "ready")
    return (
      <IdentityForm
        register={register}
        known={known.value.identity}
        findPlaces={findPlaces}
        problem={asking.problem}
        isAsking={asking.isAsking}
        onSend={(identity) => {
          go({ identity });
        }}
        onCancel={asking.giveUp}
      />
    );
  if (asking.need === "register") return <p className="notice">{french(words.notPluggedMore)}</p>;
  if (asking.isAsking)
    return (
      <p className="status-line" role="status">
        {french(words.waiting)}
      </p>
    );
  return asking.problem ? (
    <p className="field-error" role="alert">
      {french(asking.problem.sentence)}
    </p>
  ) : null;
};
