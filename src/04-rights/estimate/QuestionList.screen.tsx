import { useState, type ReactElement } from "react";
import type { Month } from "#engines/calendar";
import { french, useLanguage } from "#ground/screens";
import type { RightsInHand } from "../desk/use-rights.ts";
import type { Facts } from "../facts/fact.ts";
import { questionInWords } from "../facts/question-text.ts";
import type { Question, Topic } from "../facts/question.ts";
import { findQuestion } from "../facts/questions.ts";
import { dayInWords } from "./day-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import { QuestionAnswer, type FindPlaces } from "./QuestionAnswer.screen.tsx";
import type { FactShown, RightsShown } from "./rights.contract.ts";
import { factsShown, valueInWords } from "./value-in-words.ts";

const topics: readonly Topic[] = ["household", "home", "incomes", "received", "health", "rest"];

interface Asked {
  readonly question: Question;
  readonly fact: FactShown | null;
}

/** Toutes les questions, by matter: what was answered, where it comes from, and how to change it. */
export const QuestionList = ({
  rights,
  inHand,
  findPlaces,
}: {
  readonly rights: RightsShown;
  readonly inHand: RightsInHand;
  readonly findPlaces: FindPlaces | undefined;
}): ReactElement => {
  const { page } = estimateWords[useLanguage()];
  const facts = factsShown(rights.questions);
  const [open, setOpen] = useState<string>();
  const asked: readonly Asked[] = rights.questions.flatMap(({ id, fact }) => {
    const question = findQuestion(id);
    return question ? [{ question, fact }] : [];
  });
  return (
    <section className="panel" aria-labelledby="questions-title" id="questions">
      <h2 id="questions-title">{page.questions}</h2>
      {topics.map((topic) => {
        const here = asked.filter(({ question }) => question.topic === topic);
        if (here.length === 0) return null;
        const answered = here.filter(({ fact }) => fact !== null).length;
        return (
          <section key={topic} className="question-topic" aria-labelledby={`topic-${topic}`}>
            <h3 id={`topic-${topic}`}>
              {page.topics[topic]} <small>{page.topicDone(answered, here.length)}</small>
            </h3>
            <dl className="known-facts">
              {here.map((each) => (
                <Line
                  key={each.question.id}
                  asked={each}
                  facts={facts}
                  rights={rights}
                  inHand={inHand}
                  findPlaces={findPlaces}
                  isOpen={open === each.question.id}
                  onOpen={(is) => {
                    setOpen(is ? each.question.id : undefined);
                  }}
                />
              ))}
            </dl>
          </section>
        );
      })}
    </section>
  );
};

const Line = (props: {
  readonly asked: Asked;
  readonly facts: Facts;
  readonly rights: RightsShown;
  readonly inHand: RightsInHand;
  readonly findPlaces: FindPlaces | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { facts, rights, inHand, isOpen, onOpen } = props;
  const { question, fact } = props.asked;
  const month = rights.month as Month;
  const { asks, hint, label } = questionInWords(question, facts, month, language);
  const answer = async (typed: string): Promise<void> => {
    if (await inHand.answer([{ question: question.id, typed }])) onOpen(false);
  };
  const error = inHand.doing.problem?.fields.find(({ field }) => field === question.id)?.message;
  return (
    <div className="known-fact" data-known={fact === null ? undefined : ""}>
      <dt>{french(label)}</dt>
      <dd>
        {fact === null ? (
          <span className="muted">{words.unknownYet}</span>
        ) : (
          <>
            <strong>{french(valueInWords(question, fact.value, language, rights.communeName))}</strong> <Source fact={fact} />
          </>
        )}
      </dd>
      {rights.isOpen ? (
        <dd className="actions">
          <button
            type="button"
            className="button quiet compact"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? words.cancel : fact === null ? words.page.answer : words.change} : ${label}`}
            onClick={() => {
              onOpen(!isOpen);
            }}
          >
            {isOpen ? words.cancel : fact === null ? words.page.answer : words.change}
          </button>
        </dd>
      ) : null}
      {isOpen && rights.isOpen ? (
        <dd className="changing">
          <p className="useful-question">{french(language === "fr" ? `« ${asks} »` : asks)}</p>
          {hint === undefined ? null : <p className="tiny">{french(hint)}</p>}
          <QuestionAnswer
            question={question}
            facts={facts}
            month={month}
            value={fact?.value}
            error={error}
            findPlaces={props.findPlaces}
            onAnswer={(typed) => void answer(typed)}
          />
          {fact?.mayTakeBack === true ? (
            <button
              type="button"
              className="button quiet compact"
              onClick={() => {
                void inHand.takeBack(question.id).then((isDone) => {
                  if (isDone) onOpen(false);
                });
              }}
            >
              {words.takeBack}
            </button>
          ) : null}
        </dd>
      ) : null}
    </div>
  );
};

/** Where an answer comes from: « réponse, 20 novembre 2026, Inès Caron ». */
const Source = ({ fact }: { readonly fact: FactShown }): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const said = words.from(
    words.sources[fact.source],
    fact.saidAt === null ? undefined : dayInWords(fact.saidAt, language),
    fact.saidBy ?? undefined,
  );
  return <small className="muted">{french(said)}</small>;
};
