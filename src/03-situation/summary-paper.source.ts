import PDFDocument from "pdfkit";
import { inWords, timeInWords } from "#engines/calendar";
import { french } from "#ground";
import { summaryPageWords } from "./summary-page.words.ts";
import { summarySections, type Summary } from "./summary.ts";

/** What stands on the page around the summary. */
export interface SummaryPaper {
  readonly summary: Summary;
  /** What she is called by; nothing when she gave no name. */
  readonly personName: string | undefined;
  readonly heldOn: Date;
  readonly service: string;
  readonly printedBy: string;
  readonly printedAt: Date;
  readonly purpose: keyof (typeof summaryPageWords)["fr"]["purposes"];
}

const words = summaryPageWords.fr;
const margin = 56;
const width = 595.28 - 2 * margin;
const pageBottom = 841.89 - margin;
/** The largest letters with which the whole holds on one page. */
const sizes = [12, 11, 10, 9, 8] as const;
const smallest = 8;

// The letters that every reader of PDF has write the French alphabet, and not all others: a sign they lack loses its accent, or goes.
const beyondLetters =
  /[^\n\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/gu;
const writable = (text: string): string =>
  french(text).replaceAll(beyondLetters, (sign) => sign.normalize("NFD").replaceAll(/[^\u0020-\u007e]/gu, ""));

/**
 * Résumé imprimé : one A4 page as a PDF that screen readers can follow: its language, its title, its headings and lists are written in it.
 * @returns the bytes of the file
 */
export const printSummary = (paper: SummaryPaper): Promise<Buffer> => {
  const document = new PDFDocument({
    size: "A4",
    margin,
    pdfVersion: "1.7",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    info: { Title: words.title, Author: writable(paper.service), Creator: "Trait d’union", CreationDate: paper.printedAt },
  });
  const parts: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => {
      resolve(Buffer.concat(parts));
    });
    document.on("error", reject);
  });
  write(document, paper, sizes.find((size) => fits(document, paper, size)) ?? smallest);
  document.end();
  return written;
};

const fits = (document: Pdf, paper: SummaryPaper, size: number): boolean => heightOf(document, paper, size) <= pageBottom - margin;

/** Whether a text holds on its page, in the smallest letters that can be read, however long the names around it. */
export const holdsOnOnePage = (summary: Summary): boolean => {
  const when = new Date("2026-12-30T22:30:00Z");
  const name = "Marie-Antoinette de La Rochefoucauld-Montmorency";
  const paper: SummaryPaper = {
    summary,
    personName: name,
    heldOn: when,
    service: name,
    printedBy: name,
    printedAt: when,
    purpose: "request",
  };
  return fits(new PDFDocument({ size: "A4", margin }), paper, smallest);
};

type Pdf = InstanceType<typeof PDFDocument>;
/** One piece of the page, as it is read: what it is, and how it looks. */
interface Piece {
  readonly tag: "H1" | "H2" | "P" | "LI";
  readonly text: string;
  readonly font: "Helvetica" | "Helvetica-Bold";
  /** Against the size of the text. */
  readonly scale: number;
  readonly before: number;
  readonly color: string;
}

const ink = "#17232b";
const quiet = "#43525c";
const plain = (tag: Piece["tag"], text: string, look: Partial<Piece> = {}): Piece => ({
  tag,
  text: writable(text),
  font: "Helvetica",
  scale: 1,
  before: 0.35,
  color: ink,
  ...look,
});

/** The page from top to bottom, in the order in which it is read aloud. */
const piecesOf = (
  paper: SummaryPaper,
): { readonly head: readonly Piece[]; readonly blocks: readonly Block[]; readonly foot: readonly Piece[] } => {
  const { summary } = paper;
  return {
    head: [
      plain("P", words.service(paper.service), { color: quiet, scale: 0.9, before: 0 }),
      plain("H1", words.title, { font: "Helvetica-Bold", scale: 1.8, before: 0.6 }),
      ...(paper.personName === undefined ? [] : [plain("P", words.for(paper.personName), { font: "Helvetica-Bold", before: 0.4 })]),
      plain("P", words.of(inWords(paper.heldOn)), { color: quiet }),
    ],
    blocks: [
      ...summarySections
        .filter((section) => summary.lines[section].length > 0)
        .map((section) => ({
          heading: heading(words.sections[section]),
          items: summary.lines[section].map((line) => plain("LI", line)),
          isList: true,
        })),
      ...(summary.word === "" ? [] : [{ heading: heading(words.word), items: [plain("P", summary.word)], isList: false }]),
    ],
    foot: [
      plain("P", words.yours, { color: quiet, scale: 0.85, before: 1.6 }),
      plain("P", words.printed(paper.printedBy, inWords(paper.printedAt), timeInWords(paper.printedAt), words.purposes[paper.purpose]), {
        color: quiet,
        scale: 0.85,
      }),
    ],
  };
};

interface Block {
  readonly heading: Piece;
  readonly items: readonly Piece[];
  readonly isList: boolean;
}
const heading = (text: string): Piece => plain("H2", text, { font: "Helvetica-Bold", scale: 1.2, before: 1.2 });

const indent = 12;
const widthOf = (piece: Piece): number => (piece.tag === "LI" ? width - indent : width);
const dress = (document: Pdf, piece: Piece, size: number): Pdf =>
  document
    .font(piece.font)
    .fontSize(size * piece.scale)
    .fillColor(piece.color);

const heightOf = (document: Pdf, paper: SummaryPaper, size: number): number => {
  const { head, blocks, foot } = piecesOf(paper);
  return [...head, ...blocks.flatMap((block) => [block.heading, ...block.items]), ...foot].reduce(
    (sum, piece) =>
      sum + size * piece.before + dress(document, piece, size).heightOfString(piece.text, { width: widthOf(piece), lineGap: size * 0.2 }),
    0,
  );
};

const write = (document: Pdf, paper: SummaryPaper, size: number): void => {
  const { head, blocks, foot } = piecesOf(paper);
  const root = document.struct("Document");
  document.addStructure(root);
  document.y = margin;
  const put = (piece: Piece): void => {
    document.y += size * piece.before;
    const isItem = piece.tag === "LI";
    if (isItem) document.circle(margin + 3, document.y + size * 0.42, 1.6).fill(piece.color);
    dress(document, piece, size).text(piece.text, isItem ? margin + indent : margin, document.y, {
      width: widthOf(piece),
      lineGap: size * 0.2,
    });
  };
  const said = (piece: Piece) =>
    document.struct(piece.tag === "LI" ? "P" : piece.tag, {}, () => {
      put(piece);
    });
  for (const piece of head) root.add(said(piece));
  for (const block of blocks) {
    document.outline.addItem(block.heading.text);
    const items = block.isList
      ? [
          document.struct(
            "L",
            {},
            block.items.map((item) =>
              document.struct("LI", {}, [
                document.struct("LBody", {}, () => {
                  put(item);
                }),
              ]),
            ),
          ),
        ]
      : block.items.map(said);
    root.add(document.struct("Sect", {}, [said(block.heading), ...items]));
  }
  for (const piece of foot) root.add(said(piece));
  root.end();
};
