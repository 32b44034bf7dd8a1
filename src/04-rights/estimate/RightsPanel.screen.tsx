import { useState, type ReactElement, type ReactNode } from "react";
import type { Month } from "#engines/calendar";
import { french, Link, useLanguage, Waiting } from "#ground/screens";
import { useRights, type RightsInHand } from "../desk/use-rights.ts";
import { questionInWords } from "../facts/question-text.ts";
import { findQuestion } from "../facts/questions.ts";
import { ColumnOfRights, NotTakenUp } from "./ColumnOfRights.screen.tsx";
import { dayInWords } from "./day-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import type { FindPlaces } from "./QuestionAnswer.screen.tsx";
import { NotesFacts } from "./NotesFacts.screen.tsx";
import type { RightShown, RightsShown } from "./rights.contract.ts";
import { UsefulQuestion } from "./UsefulQuestion.screen.tsx";
import { factsShown } from "./value-in-words.ts";

/**
 * Droits, estimation : beside the notes while somebody is listened to.
 * @param notes the notes as they are typed, where facts are read without leaving the page
 * @param isFolded two minutes: nothing is shown, and nothing is lost
 * @param actions what may be done with one right, given by whoever assembles the desk
 */
export const RightsPanel = (props: {
  readonly situationId: string;
  readonly notes?: string;
  readonly isFolded?: boolean;
  readonly actions?: (right: RightShown, reload: () => void) => ReactNode;
  readonly findPlaces?: FindPlaces;
}): ReactElement => {
  const words = estimateWords[useLanguage()];
  const inHand = useRights(props.situationId);
  return (
    <section className="panel rights-panel" aria-labelledby="rights-title" hidden={props.isFolded === true}>
      <div className="panel-head">
        <h2 id="rights-title">{words.title}</h2>
        <Link className="inline-link" to={`/bureau/situations/${props.situationId}/droits`}>
          {words.allQuestions}
        </Link>
      </div>
      <Waiting for={inHand.resource}>
        {(rights) => (
          <Inside
            rights={rights}
            inHand={inHand}
            notes={props.notes ?? ""}
            findPlaces={props.findPlaces}
            actions={props.actions && ((right) => props.actions?.(right, inHand.resource.reload))}
          />
        )}
      </Waiting>
    </section>
  );
};

/** Known facts from which a range begins to mean something. */
const usefulFrom = 3;

const Inside = (props: {
  readonly rights: RightsShown;
  readonly inHand: RightsInHand;
  readonly notes: string;
  readonly findPlaces: FindPlaces | undefined;
  readonly actions: ((right: RightShown) => ReactNode) | undefined;
}): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { rights, inHand } = props;
  const [said, say] = useState("");
  const facts = factsShown(rights.questions);
  const month = rights.month as Month;
  const known = rights.questions.filter(({ fact }) => fact !== null && fact.value !== null).length;
  const answer = async (question: string, typed: string): Promise<void> => {
    const asked = findQuestion(question);
    const isKept = await inHand.answer([{ question, typed }]);
    if (!asked || !isKept) return;
    say(words.saved(questionInWords(asked, facts, month, language).label));
  };
  const errorOf = (question: string): string | undefined => inHand.doing.problem?.fields.find(({ field }) => field === question)?.message;
  return (
    <>
      {rights.isOpen ? (
        <NotesFacts
          situationId={rights.situationId}
          notes={props.notes}
          facts={facts}
          month={month}
          onKeep={(answers) => void inHand.answer(answers, "notes")}
        />
      ) : null}
      {rights.isOpen && rights.next ? (
        <UsefulQuestion
          next={rights.next}
          facts={facts}
          month={month}
          keys="inside"
          error={errorOf(rights.next.question)}
          findPlaces={props.findPlaces}
          onAnswer={(question, typed) => void answer(question, typed)}
        />
      ) : (
        <p className="tiny">{french(rights.isOpen ? words.noMore : words.closed)}</p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {rights.complaints.map(({ sentence }) => (
        <p key={sentence} className="field-error" role="alert">
          {french(sentence)}
        </p>
      ))}
      {inHand.doing.problem && (rights.next === null || errorOf(rights.next.question) === undefined) ? (
        <p className="field-error" role="alert">
          {french(inHand.doing.sentence)}
        </p>
      ) : null}
      {known < usefulFrom ? (
        <p className="tiny">{french(words.notYet)}</p>
      ) : (
        <>
          <NotTakenUp rights={rights} />
          <ColumnOfRights rights={rights} actions={props.actions} />
          <p className="tiny">
            {rights.scalesFrom === null ? null : `${french(words.scales(dayInWords(rights.scalesFrom, language)))} `}
            {french(words.say)}
          </p>
        </>
      )}
    </>
  );
};
