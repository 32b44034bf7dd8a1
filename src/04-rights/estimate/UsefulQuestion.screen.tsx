import { useEffect, useRef, type ReactElement } from "react";
import type { Month } from "#engines/calendar";
import { french, Icon, useLanguage, useShortcuts } from "#ground/screens";
import type { Facts } from "../facts/fact.ts";
import { questionInWords } from "../facts/question-text.ts";
import { findQuestion } from "../facts/questions.ts";
import { amountInWords } from "./amount-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import { answerByKey, buttonsOf, QuestionAnswer, typedByKey, type FindPlaces } from "./QuestionAnswer.screen.tsx";
import type { RightsShown } from "./rights.contract.ts";

/**
 * La question la plus utile maintenant : dashed, because the machine chose it; it is asked in the person's words, and answered by a human.
 * @param keys where the figures 1, 2, 3 answer: in the question alone during a call, anywhere on the page of rights
 */
export const UsefulQuestion = (props: {
  readonly next: NonNullable<RightsShown["next"]>;
  readonly facts: Facts;
  readonly month: Month;
  readonly keys: "inside" | "page";
  readonly error?: string | undefined;
  readonly findPlaces?: FindPlaces | undefined;
  readonly onAnswer: (question: string, typed: string) => void;
}): ReactElement | null => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { next, facts, month } = props;
  const frame = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const question = findQuestion(next.question);
  // The keyboard follows from one question to the next; whoever is typing elsewhere is left alone.
  useEffect(() => {
    if (!hadFocus.current) return;
    hadFocus.current = false;
    frame.current?.querySelector<HTMLElement>(".answers button, .answers input")?.focus();
  }, [next.question]);
  const answer = (typed: string): void => {
    hadFocus.current = frame.current?.contains(document.activeElement) === true;
    props.onAnswer(next.question, typed);
  };
  const buttons = question ? buttonsOf(question, facts) : [];
  useShortcuts(
    props.keys === "page" && question
      ? Object.fromEntries(
          "123456789".split("").flatMap((key) => {
            const typed = typedByKey(key, buttons, question.kind === "count");
            return typed === undefined
              ? []
              : [
                  [
                    key,
                    () => {
                      answer(typed);
                    },
                  ] as const,
                ];
          }),
        )
      : {},
  );
  if (!question) return null;
  const { asks, hint } = questionInWords(question, facts, month, language);
  return (
    <section
      className="machine question"
      aria-labelledby="useful-question"
      ref={frame}
      onKeyDown={props.keys === "inside" ? answerByKey(question, facts, answer) : undefined}
    >
      <p className="machine-label">
        <Icon name="diamond" />
        {next.couldChangeCents === null ? words.firstAsked : words.asked}
      </p>
      <p className="useful-question" id="useful-question">
        {french(language === "fr" ? `« ${asks} »` : asks)}
      </p>
      {hint === undefined ? null : <p className="tiny">{french(hint)}</p>}
      <QuestionAnswer question={question} facts={facts} month={month} error={props.error} findPlaces={props.findPlaces} onAnswer={answer} />
      {next.couldChangeCents === null || next.couldChangeCents === 0 ? null : (
        <p className="tiny stake">{french(words.stake(amountInWords(next.couldChangeCents, language)))}</p>
      )}
    </section>
  );
};
