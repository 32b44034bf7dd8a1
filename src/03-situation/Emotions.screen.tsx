import { useEffect, useState, type ReactElement } from "react";
import { french, Icon, useDeed } from "#ground/screens";
import { useSaid } from "./desk/words.ts";
import { afterPress, emotions, type Emotion, type Intensity } from "./emotion.ts";
import type { ExchangeShown } from "./exchange.contract.ts";
import type { Machine, SuggestionsShown } from "./suggestion.contract.ts";

type Levels = Readonly<Partial<Record<Emotion, 0 | Intensity>>>;

/** Ce qui est ressenti : ten words, pressed once for a little, twice for a lot, three times for overwhelming, then off. No score. */
export const Emotions = (props: {
  readonly exchange: ExchangeShown;
  readonly reload: () => void;
  /** What the machine reads in the notes: a dashed mark on the word, that one press confirms. Nothing is set by itself. */
  readonly proposed?: SuggestionsShown["emotions"];
  readonly machine?: Machine | undefined;
}): ReactElement => {
  const { emotions: words, named } = useSaid();
  const { done: act, sentence: problem } = useDeed(props.reload);
  const [pressed, setPressed] = useState<Levels>({});
  const { emotions: kept } = props.exchange;
  useEffect(() => {
    // What the server has is no longer only pressed; what is still on its way stays as pressed.
    setPressed((before) => Object.fromEntries(Object.entries(before).filter(([emotion, level]) => level !== levelIn(kept, emotion))));
  }, [kept]);
  // Whoever set a word and took it off has answered.
  const [answered, setAnswered] = useState<ReadonlySet<Emotion>>(new Set());
  const proposalOf = (emotion: Emotion) =>
    levelOf(emotion) > 0 || answered.has(emotion) ? undefined : props.proposed?.find((each) => each.emotion === emotion);
  const levelOf = (emotion: Emotion): 0 | Intensity => pressed[emotion] ?? levelIn(kept, emotion);
  const press = async (emotion: Emotion): Promise<void> => {
    const intensity = afterPress(levelOf(emotion));
    const proposal = proposalOf(emotion);
    const proposed = proposal && props.machine ? { proposed: { confidence: proposal.confidence, machine: props.machine } } : {};
    setAnswered((before) => new Set(before).add(emotion));
    setPressed((before) => ({ ...before, [emotion]: intensity }));
    // What the server did not take must not look taken.
    if (!(await act(`/api/contacts/${props.exchange.contact.id}/emotions`, { emotion, intensity, ...proposed }))) setPressed({});
  };
  return (
    <section className="panel feelings" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <span className="tiny shortcut-hint">{words.hint}</span>
      </div>
      <div className="emotions">
        {emotions.map((emotion) => (
          <EmotionButton
            key={emotion}
            name={named.emotions[emotion]}
            level={levelOf(emotion)}
            because={proposalOf(emotion)?.words}
            onPress={() => void press(emotion)}
          />
        ))}
      </div>
      {problem === "" ? null : (
        <p className="field-error" role="status">
          {problem}
        </p>
      )}
    </section>
  );
};

const levelIn = (kept: ExchangeShown["emotions"], emotion: string): 0 | Intensity =>
  kept.find((each) => each.emotion === emotion)?.intensity ?? 0;

const EmotionButton = (props: {
  readonly name: string;
  readonly level: 0 | Intensity;
  /** The words that make the machine propose it. */
  readonly because: string | undefined;
  readonly onPress: () => void;
}): ReactElement => {
  const { named, emotions: words } = useSaid();
  const isProposed = props.because !== undefined;
  const { level } = props;
  return (
    <button
      type="button"
      className={isProposed ? "emotion-button proposed" : "emotion-button"}
      aria-pressed={level > 0}
      {...(level === 0 ? {} : { "aria-label": `${props.name}, ${named.intensities[level]}` })}
      title={isProposed ? french(`« ${props.because} »`) : undefined}
      onClick={props.onPress}
    >
      {props.name}{" "}
      {isProposed ? (
        <span className="proposed-mark">
          <Icon name="diamond" />
          {words.proposed}
        </span>
      ) : null}
      {level === 0 ? null : (
        <span className="levels">
          {[1, 2, 3].map((step) => (
            <Icon key={step} name={step <= level ? "disc" : "todo"} />
          ))}
        </span>
      )}
    </button>
  );
};
