import { useState, type ReactElement } from "react";
import type { Month } from "#engines/calendar";
import { french, Icon, useLanguage } from "#ground/screens";
import type { Facts } from "../facts/fact.ts";
import { questionInWords } from "../facts/question-text.ts";
import { findQuestion } from "../facts/questions.ts";
import { estimateWords } from "./estimate.words.ts";
import { factsInNotes, mergedWith, type FactInNotes } from "./facts-in-notes.ts";
import { typedOf, valueInWords } from "./value-in-words.ts";

// What was set aside in a situation is not proposed again while this page is open; nothing of it is kept anywhere.
const setAside = new Map<string, ReadonlySet<string>>();

const atMost = 3;

/** Faits lus dans les notes : dashed, each with its words. Read in the page itself; only what a human keeps is sent. */
export const NotesFacts = (props: {
  readonly situationId: string;
  readonly notes: string;
  readonly facts: Facts;
  readonly month: Month;
  readonly onKeep: (answers: readonly { readonly question: string; readonly typed: string }[]) => void;
}): ReactElement | null => {
  const language = useLanguage();
  const words = estimateWords[language];
  const [refused, refuse] = useState<ReadonlySet<string>>(setAside.get(props.situationId) ?? new Set());
  const found = factsInNotes(props.notes, props.month, props.facts).filter(({ id }) => !refused.has(id));
  if (found.length === 0) return null;
  const keep = (proposed: FactInNotes): void => {
    props.onKeep(
      mergedWith(props.facts, proposed).flatMap(({ question, value }) => {
        const asked = findQuestion(question);
        return asked ? [{ question, typed: typedOf(asked, value) }] : [];
      }),
    );
  };
  const put = (id: string): void => {
    const next = new Set([...refused, id]);
    setAside.set(props.situationId, next);
    refuse(next);
  };
  const said = ({ facts }: FactInNotes): string =>
    facts
      .flatMap(({ question, value }) => {
        const asked = findQuestion(question);
        return asked
          ? [`${questionInWords(asked, props.facts, props.month, language).label} : ${valueInWords(asked, value, language, null)}`]
          : [];
      })
      .join(" · ");
  return (
    <section className="machine" aria-label={words.fromNotes(found.length)}>
      <p className="machine-label">
        <Icon name="diamond" />
        {words.fromNotes(found.length)}
      </p>
      <ul className="suggestions facts-read">
        {found.slice(0, atMost).map((proposed) => (
          <li key={proposed.id}>
            <div>
              <strong>{french(said(proposed))}</strong>
              <div className="because">{french(`« ${proposed.words} »`)}</div>
            </div>
            <div className="actions">
              <button
                type="button"
                className="button compact"
                aria-label={words.keepOf(said(proposed))}
                onClick={() => {
                  keep(proposed);
                }}
              >
                {words.keep}
              </button>
              <button
                type="button"
                className="button compact"
                aria-label={words.setAsideOf(said(proposed))}
                onClick={() => {
                  put(proposed.id);
                }}
              >
                {words.setAside}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
