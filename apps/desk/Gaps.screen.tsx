import { useState, type ReactElement, type SyntheticEvent } from "react";
import type { z } from "zod";
import { GapsContract, timesBeforeReport } from "#directory";
import { french, Icon, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { needLabel } from "#situation";
import { keeperWords } from "./keeper.words.ts";
import type { Session } from "./session.ts";

type Gap = z.infer<typeof GapsContract>[number];

/** Over all services, what is asked for in vain most often comes first. */
const mostAskedFirst = (a: Gap, b: Gap): number => b.timesIn30Days - a.timesIn30Days || b.timesInAll - a.timesInAll;

interface Props {
  readonly names: Session["memberships"];
  /** The services for which one may say what became of a gap. */
  readonly keptFor: readonly string[];
}

/** Manques : what was asked for in vain, the most often first, and who has been told. */
export function Gaps({ names, keptFor }: Props): ReactElement {
  const words = keeperWords[useLanguage()];
  const gaps = useResource("/api/gaps", GapsContract, { live: ["gap."] });
  return (
    <section className="panel" aria-labelledby="gaps-title">
      <div className="panel-head">
        <h2 id="gaps-title">{words.gaps}</h2>
      </div>
      <Waiting for={gaps}>
        {(list) =>
          list.length === 0 ? (
            <p className="empty">{words.noGap}</p>
          ) : (
            <ul className="briefs">
              {list.toSorted(mostAskedFirst).map((gap) => (
                <GapLine
                  key={gap.id}
                  gap={gap}
                  service={names.find((each) => each.commissionerId === gap.commissionerId)?.name ?? ""}
                  mayAct={keptFor.includes(gap.commissionerId)}
                  reload={gaps.reload}
                />
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
}

interface LineProps {
  readonly gap: Gap;
  readonly service: string;
  readonly mayAct: boolean;
  readonly reload: () => void;
}

const GapLine = ({ gap, service, mayAct, reload }: LineProps): ReactElement => {
  const words = keeperWords[useLanguage()];
  const [isTelling, tell] = useState(false);
  const [problem, say] = useState("");
  const act = async (deed: "report" | "resolve", body: object): Promise<void> => {
    const answer = await send(`/api/gaps/${gap.id}/${deed}`, body);
    if (answer.kind === "done") {
      tell(false);
      reload();
    } else say(answer.kind === "refused" ? (answer.fields[0]?.sentence ?? answer.sentence) : words.offline);
  };
  return (
    <li className="brief">
      <div className="brief-head">
        <strong>
          {needLabel(gap.need)}, {gap.communeName}
        </strong>
        <Standing gap={gap} />
      </div>
      <div className="brief-said">
        <span>{french(words.asked(gap.timesIn30Days, gap.timesInAll, gap.radiusMeters / 1000, gap.nearestMeters, service))}</span>
        {mayAct ? (
          <span className="actions">
            {gap.status === "open" ? (
              <button
                type="button"
                className="button compact"
                aria-expanded={isTelling}
                onClick={() => {
                  tell(!isTelling);
                }}
              >
                {words.told}
              </button>
            ) : null}
            <button type="button" className="button quiet compact" onClick={() => void act("resolve", {})}>
              {words.resolved}
            </button>
          </span>
        ) : null}
      </div>
      {isTelling ? <ToWhom id={gap.id} onTell={(reportedTo) => void act("report", { reportedTo })} /> : null}
      {problem === "" ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
};

/** Told to somebody, to make known because it repeats itself, or only noted. */
const Standing = ({ gap }: { readonly gap: Gap }): ReactElement => {
  const language = useLanguage();
  const words = keeperWords[language];
  if (gap.status === "reported") {
    const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "medium", timeZone: "Europe/Paris" });
    return (
      <span className="state ok">
        <Icon name="done" />
        {french(words.reportedTo(gap.reportedTo ?? "", gap.reportedAt === undefined ? "" : day.format(new Date(gap.reportedAt))))}
      </span>
    );
  }
  return gap.timesIn30Days >= timesBeforeReport ? (
    <span className="state ask">
      <Icon name="todo" />
      {words.toTell}
    </span>
  ) : (
    <span className="tiny">{words.noted}</span>
  );
};

const ToWhom = ({ id, onTell }: { readonly id: string; readonly onTell: (reportedTo: string) => void }): ReactElement => {
  const words = keeperWords[useLanguage()];
  const [typed, type] = useState("");
  return (
    <form
      className="row wrap"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onTell(typed);
      }}
    >
      <label htmlFor={`told-${id}`}>{words.toWhom}</label>
      <input
        className="input medium"
        id={`told-${id}`}
        autoFocus
        maxLength={200}
        value={typed}
        onChange={(event) => {
          type(event.target.value);
        }}
      />
      <button className="button primary compact">{words.save}</button>
    </form>
  );
};
