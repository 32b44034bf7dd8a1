import { inWords, timeInWords } from "#engines/calendar";
import { holdsOnOnePaper, paperPiece as piece, printPaper, quietInk, type Paper, type PaperPiece } from "#ground/server";
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
/** The largest letters with which the whole holds on one page. */
const sizes = [12, 11, 10, 9, 8] as const;
const smallest = 8;

/**
 * Résumé imprimé : one A4 page as a PDF that screen readers can follow: its language, its title, its headings and lists are written in it.
 * @returns the bytes of the file
 */
export const printSummary = (paper: SummaryPaper): Promise<Buffer> => printPaper(asPaper(paper), sizes);

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
  return holdsOnOnePaper(asPaper(paper), smallest);
};

/** The page from top to bottom, in the order in which it is read aloud. */
const asPaper = (paper: SummaryPaper): Paper => {
  const { summary } = paper;
  return {
    title: words.title,
    author: paper.service,
    createdAt: paper.printedAt,
    head: [
      piece("P", words.service(paper.service), { color: quietInk, scale: 0.9, before: 0 }),
      piece("H1", words.title, { font: "Helvetica-Bold", scale: 1.8, before: 0.6 }),
      ...(paper.personName === undefined ? [] : [piece("P", words.for(paper.personName), { font: "Helvetica-Bold", before: 0.4 })]),
      piece("P", words.of(inWords(paper.heldOn)), { color: quietInk }),
    ],
    blocks: [
      ...summarySections
        .filter((section) => summary.lines[section].length > 0)
        .map((section) => ({
          heading: heading(words.sections[section]),
          items: summary.lines[section].map((line) => piece("LI", line)),
          isList: true,
        })),
      ...(summary.word === "" ? [] : [{ heading: heading(words.word), items: [piece("P", summary.word)], isList: false }]),
    ],
    foot: [
      piece("P", words.yours, { color: quietInk, scale: 0.85, before: 1.6 }),
      piece("P", words.printed(paper.printedBy, inWords(paper.printedAt), timeInWords(paper.printedAt), words.purposes[paper.purpose]), {
        color: quietInk,
        scale: 0.85,
      }),
    ],
  };
};

const heading = (text: string): PaperPiece => piece("H2", text, { font: "Helvetica-Bold", scale: 1.2, before: 1.2 });
