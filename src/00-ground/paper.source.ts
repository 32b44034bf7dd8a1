import PDFDocument from "pdfkit";
import { french } from "./look/typography.ts";

/** Feuille : what is printed and handed over, from top to bottom, in the order in which it is read aloud. */
export interface Paper {
  /** The name of the file, for whoever listens to it. */
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly head: readonly PaperPiece[];
  readonly blocks: readonly PaperBlock[];
  readonly foot: readonly PaperPiece[];
}

export interface PaperBlock {
  readonly heading?: PaperPiece;
  readonly items: readonly PaperPiece[];
  readonly isList: boolean;
}

/** One piece of the page: what it is, and how it looks. */
export interface PaperPiece {
  readonly tag: "H1" | "H2" | "P" | "LI";
  readonly text: string;
  readonly font: "Helvetica" | "Helvetica-Bold";
  /** Against the size of the text. */
  readonly scale: number;
  /** Space above, against the size of the text. */
  readonly before: number;
  readonly color: string;
  /** Where it begins, as a part of the width: an address stands in the right half. */
  readonly from: number;
}

const paperInk = "#17232b";
export const quietInk = "#43525c";

const margin = 56;
const width = 595.28 - 2 * margin;
const pageBottom = 841.89 - margin;
const indent = 12;

// The letters that every reader of PDF has write the French alphabet, and not all others: a sign they lack loses its accent, or goes.
const beyondLetters =
  /[^\n\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/gu;
const writable = (text: string): string =>
  french(text).replaceAll(beyondLetters, (sign) => sign.normalize("NFD").replaceAll(/[^\u0020-\u007e]/gu, ""));

/** A piece in plain letters, unless its look says otherwise. */
export const paperPiece = (tag: PaperPiece["tag"], text: string, look: Partial<PaperPiece> = {}): PaperPiece => ({
  tag,
  text: writable(text),
  font: "Helvetica",
  scale: 1,
  before: 0.35,
  color: paperInk,
  from: 0,
  ...look,
});

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * Imprimer une feuille : an A4 as a PDF that screen readers can follow: its language, its title, its headings and lists are written in it.
 * @param sizes the largest of these letters with which the whole holds on one page; the last one when none does, on as many pages as needed
 */
export const printPaper = (paper: Paper, sizes: readonly number[]): Promise<Buffer> => {
  const document = new PDFDocument({
    size: "A4",
    margin,
    pdfVersion: "1.7",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    info: { Title: paper.title, Author: writable(paper.author), Creator: "Trait d’union", CreationDate: paper.createdAt },
  });
  const parts: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => {
      resolve(Buffer.concat(parts));
    });
    document.on("error", reject);
  });
  const size = sizes.find((each) => fits(document, paper, each)) ?? sizes.at(-1);
  if (size === undefined) throw new Error("a paper is printed in letters of some size");
  write(document, paper, size);
  document.end();
  return written;
};

/** Whether the whole holds on one page, in letters of that size. */
export const holdsOnOnePaper = (paper: Paper, size: number): boolean => fits(new PDFDocument({ size: "A4", margin }), paper, size);

const fits = (document: Pdf, paper: Paper, size: number): boolean => heightOf(document, paper, size) <= pageBottom - margin;

const leftOf = (piece: PaperPiece): number => piece.from * width + (piece.tag === "LI" ? indent : 0);
const dress = (document: Pdf, piece: PaperPiece, size: number): Pdf =>
  document
    .font(piece.font)
    .fontSize(size * piece.scale)
    .fillColor(piece.color);

const heightOf = (document: Pdf, { head, blocks, foot }: Paper, size: number): number =>
  [...head, ...blocks.flatMap((block) => [...(block.heading ? [block.heading] : []), ...block.items]), ...foot].reduce(
    (sum, piece) =>
      sum +
      size * piece.before +
      dress(document, piece, size).heightOfString(piece.text, { width: width - leftOf(piece), lineGap: size * 0.2 }),
    0,
  );

const write = (document: Pdf, { head, blocks, foot }: Paper, size: number): void => {
  const root = document.struct("Document");
  document.addStructure(root);
  document.y = margin;
  const put = (piece: PaperPiece): void => {
    document.y += size * piece.before;
    const left = margin + leftOf(piece);
    if (piece.tag === "LI") document.circle(left - indent + 3, document.y + size * 0.42, 1.6).fill(piece.color);
    dress(document, piece, size).text(piece.text, left, document.y, { width: width - leftOf(piece), lineGap: size * 0.2 });
  };
  const said = (piece: PaperPiece) =>
    document.struct(piece.tag === "LI" ? "P" : piece.tag, {}, () => {
      put(piece);
    });
  const listed = (items: readonly PaperPiece[]) =>
    document.struct(
      "L",
      {},
      items.map((item) =>
        document.struct("LI", {}, [
          document.struct("LBody", {}, () => {
            put(item);
          }),
        ]),
      ),
    );
  for (const piece of head) root.add(said(piece));
  for (const block of blocks) {
    if (block.heading) document.outline.addItem(block.heading.text);
    const items = block.isList ? [listed(block.items)] : block.items.map(said);
    root.add(document.struct("Sect", {}, [...(block.heading ? [said(block.heading)] : []), ...items]));
  }
  for (const piece of foot) root.add(said(piece));
  root.end();
};
