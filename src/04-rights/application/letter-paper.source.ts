import { paperPiece as piece, printPaper, type PaperPiece } from "#ground/server";
import { dayInWords } from "../estimate/day-in-words.ts";
import type { Letter } from "./letter.ts";
import { letterWords } from "./letter.words.ts";

const words = letterWords.fr.paper;
const sizes = [11.5, 11, 10.5, 10] as const;
const middle = 0.52;

/** A letter, with what is written in the file beside it. */
export interface LetterPaper {
  readonly letter: Letter;
  readonly service: string;
  readonly printedAt: Date;
}

/** Lettre imprimée : an A4 that goes in an envelope with a window on the right, and that screen readers can follow. @returns the bytes of the file */
export const printLetter = ({ letter, service, printedAt }: LetterPaper): Promise<Buffer> =>
  printPaper(
    {
      title: words.title(letter.subject),
      author: service,
      createdAt: printedAt,
      head: [
        ...block(letter.sender, { before: 0 }),
        ...block(letter.addressee, { before: 2.4, from: middle }),
        piece("P", words.made(letter.place, dayInWords(letter.on, "fr")), { before: 2, from: middle }),
        piece("H1", words.subject(letter.subject), { font: "Helvetica-Bold", before: 2.6 }),
      ],
      blocks: [{ items: paragraphs(letter.text), isList: false }],
      foot: [piece("P", words.signature, { before: 2.4, from: middle }), piece("P", nameOf(letter.sender), { before: 3.4, from: middle })],
    },
    sizes,
  );

/** An address, a line each. */
const block = (text: string, look: Partial<PaperPiece>): readonly PaperPiece[] =>
  text.split("\n").map((line, at) => piece("P", line, at === 0 ? look : { ...look, before: 0.1 }));

const paragraphs = (text: string): readonly PaperPiece[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => piece("P", paragraph, { before: 1.1 }));

/** Her name under the place of her signature. */
const nameOf = (sender: string): string => sender.split("\n")[0] ?? "";
