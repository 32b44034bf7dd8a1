import type { ReactElement } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Domain, french, Icon, Refused, useDeed } from "#ground/screens";
import { useReturn } from "./desk/return-focus.ts";
import { useSaid } from "./desk/words.ts";
import type { NeedShown, SituationShown } from "./exchange.contract.ts";
import { needCounts } from "./need.ts";
import { NewNeed } from "./NewNeed.screen.tsx";
import type { Machine } from "./suggestion.contract.ts";

type Act = (path: string, body: object) => Promise<boolean>;

/** Ce que nous repérons : each need on the tile of its theme, with what the person knows of it. */
export const Needs = (props: {
  readonly situation: SituationShown;
  readonly isAdding: boolean;
  readonly onAdding: (isAdding: boolean) => void;
  readonly reload: () => void;
  /** What is typed already, when it was asked for from the notes. */
  readonly typed?: string;
  readonly onSaved?: () => void;
  /** The machine that is reading, and in which exchange: what is done by hand meanwhile corrects it. */
  readonly atWork?: { readonly contactId: string; readonly machine: Machine } | undefined;
}): ReactElement => {
  const { needs: words } = useSaid();
  const atWork = props.atWork ? { atWork: props.atWork } : {};
  const { panel, opener, goBack } = useReturn();
  const { done: act, sentence: problem } = useDeed(props.reload);
  const { needs } = props.situation;
  const counts = needCounts(needs);
  return (
    <section className="panel" ref={panel} aria-label={words.title}>
      <div className="panel-head">
        <h2 className="row">
          <Icon name="eye" /> {words.title}
        </h2>
        <button
          type="button"
          ref={opener}
          className="button compact"
          aria-expanded={props.isAdding}
          aria-keyshortcuts="N"
          onClick={() => {
            props.onAdding(!props.isAdding);
          }}
        >
          <Icon name="plus" />
          {words.add}
        </button>
      </div>
      {props.isAdding ? (
        <NewNeed
          key={props.typed}
          demands={props.situation.demands}
          typed={props.typed ?? ""}
          onSave={async (given) => {
            const isSaved = await act(`/api/situations/${props.situation.id}/needs`, { ...given, ...atWork });
            if (isSaved) props.onSaved?.();
            return isSaved;
          }}
          onEnd={() => {
            goBack();
            props.onAdding(false);
          }}
        />
      ) : null}
      {needs.length === 0 && !props.isAdding ? <p className="muted small">{words.none}</p> : null}
      {needs.map((need) => (
        <Found
          key={need.id}
          need={need}
          demand={props.situation.demands.find((demand) => demand.id === need.demandId)?.words}
          act={act}
          onWithdraw={() => void act(`/api/needs/${need.id}/withdraw`, atWork)}
        />
      ))}
      {needs.length > 0 ? <p className="tiny">{words.counts(counts.expressed, counts.detected)}</p> : null}
      <Refused sentence={problem} />
    </section>
  );
};

const Found = ({
  need,
  demand,
  act,
  onWithdraw,
}: {
  readonly need: NeedShown;
  readonly demand: string | undefined;
  readonly act: Act;
  readonly onWithdraw: () => void;
}): ReactElement => {
  const { needs: words } = useSaid();
  return (
    <div className="need">
      <Domain id={need.theme} />
      <div>
        <strong>{need.label}</strong>
        <div className="tiny">
          {words.origins[need.origin]}
          {demand === undefined ? "" : ` · ${french(words.answersTo(`« ${demand} »`))}`}
        </div>
        <Told need={need} />
        {need.told === "untold" && need.isOpen ? (
          <div className="actions">
            <button
              type="button"
              className="button compact"
              id={`need-${need.id}`}
              onClick={() => void act(`/api/needs/${need.id}/tell`, { answer: "agreed" })}
            >
              {words.agree}
            </button>
            <button type="button" className="button compact" onClick={() => void act(`/api/needs/${need.id}/tell`, { answer: "declined" })}>
              {words.decline}
            </button>
          </div>
        ) : null}
      </div>
      <Change need={need} act={act} onWithdraw={onWithdraw} />
    </div>
  );
};

const marks = { untold: "todo", agreed: "done", declined: "dash" } as const;
const tones = { untold: "ask", agreed: "ok", declined: "no" } as const;

const Told = ({ need }: { readonly need: NeedShown }): ReactElement => {
  const { needs: words } = useSaid();
  const status = words.statuses[need.status];
  return (
    <div className={`state ${tones[need.told]}`}>
      <Icon name={marks[need.told]} />
      {status === "" ? words.told[need.told] : status}
    </div>
  );
};

/** What changes seldom stays one press away, so that the list stays short. */
const Change = (props: { readonly need: NeedShown; readonly act: Act; readonly onWithdraw: () => void }): ReactElement => {
  const { need, act } = props;
  const { needs: words } = useSaid();
  const settle = Object.entries(words.settle);
  return (
    <DialogTrigger>
      <Button className="button quiet compact" aria-label={words.changeOf(need.label)}>
        <Icon name="pencil" />
      </Button>
      <Popover>
        <Dialog aria-label={words.changeOf(need.label)}>
          {({ close }) => (
            <div className="stack">
              {settle.map(([status, label]) => (
                <button
                  type="button"
                  key={status}
                  className="button quiet compact"
                  onClick={() => {
                    close();
                    void act(`/api/needs/${need.id}/settle`, { status });
                  }}
                >
                  {label}
                </button>
              ))}
              <button
                type="button"
                className="button quiet compact"
                onClick={() => {
                  close();
                  props.onWithdraw();
                }}
              >
                {words.withdraw}
              </button>
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
