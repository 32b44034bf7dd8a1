import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import { useLanguage } from "#ground/screens";
import { afterClick, isChosen, wordFrom, type Chosen, type Piece } from "./markable.ts";
import type { LeakType } from "./review.contract.ts";
import { reviewWords } from "./review.words.ts";

/**
 * A masked text whose words can be chosen, by mouse, finger or keyboard. One stop of the Tab key: arrows go from word to word, with Maj they
 * extend the choice, space chooses one, Escape chooses none.
 */
export function MarkableText(props: {
  readonly pieces: readonly Piece[];
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen | undefined) => void;
}): ReactElement {
  const { pieces, chosen, onChoose } = props;
  const words = reviewWords[useLanguage()];
  const own = useId();
  const [cursor, setCursor] = useState(() => wordFrom(pieces, -1, 1));
  const move = (to: number, extends_: boolean): void => {
    setCursor(to);
    if (extends_) onChoose({ from: chosen?.from ?? cursor, to });
  };
  const press = (event: KeyboardEvent): void => {
    const deed: Readonly<Record<string, () => void>> = {
      ArrowRight: () => {
        move(wordFrom(pieces, cursor, 1), event.shiftKey);
      },
      ArrowLeft: () => {
        move(wordFrom(pieces, cursor, -1), event.shiftKey);
      },
      ArrowDown: () => {
        move(leap(pieces, cursor, 1), event.shiftKey);
      },
      ArrowUp: () => {
        move(leap(pieces, cursor, -1), event.shiftKey);
      },
      Home: () => {
        move(wordFrom(pieces, -1, 1), event.shiftKey);
      },
      End: () => {
        move(wordFrom(pieces, pieces.length, -1), event.shiftKey);
      },
      " ": () => {
        onChoose(isChosen(chosen, cursor) ? undefined : { from: cursor, to: cursor });
      },
      Escape: () => {
        onChoose(undefined);
      },
    };
    const act = deed[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      className="markable"
      role="listbox"
      aria-multiselectable="true"
      aria-label={words.words}
      aria-activedescendant={`${own}-${String(cursor)}`}
      tabIndex={0}
      onKeyDown={press}
    >
      {pieces.map((piece, at) =>
        piece.kind === "word" ? (
          <span
            key={piece.start}
            id={`${own}-${String(at)}`}
            role="option"
            aria-selected={isChosen(chosen, at)}
            className={at === cursor ? "word here" : "word"}
            onPointerDown={() => {
              setCursor(at);
              onChoose(afterClick(pieces, chosen, at));
            }}
            onPointerEnter={(event) => {
              if (event.buttons === 1 && event.pointerType === "mouse" && chosen) onChoose({ from: chosen.from, to: at });
            }}
          >
            {piece.text}
          </span>
        ) : piece.kind === "mask" ? (
          <Mask key={piece.start} token={piece.text} />
        ) : (
          <span key={piece.start} role="presentation" className={isChosen(chosen, at) ? "joined" : undefined}>
            {piece.text}
          </span>
        ),
      )}
    </div>
  );
}

/** Ten words at once: a text has no lines that a keyboard could know. */
const leap = (pieces: readonly Piece[], from: number, step: 1 | -1): number => {
  let at = from;
  for (let count = 0; count < 10; count++) at = wordFrom(pieces, at, step);
  return at;
};

/** « [NOM_2] » is shown as « nom masqué 2 ». */
const Mask = (props: { readonly token: string }): ReactElement => {
  const words = reviewWords[useLanguage()];
  const [, kind, number] = /^\[([A-Z_]+?)(?:_(\d+))?\]$/.exec(props.token) ?? [];
  const label = (words.masks as Readonly<Partial<Record<string, string>>>)[kind as LeakType] ?? props.token;
  return (
    <span className="mask" role="option" aria-selected="false" aria-disabled="true">
      {number === undefined ? label : `${label} ${number}`}
    </span>
  );
};
