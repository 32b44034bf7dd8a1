import PDFDocument from "pdfkit";
import { french } from "#ground";
import { cardPaperWords } from "./card-paper.words.ts";

const words = cardPaperWords.fr;

/** What is printed on a card, already in words. */
export interface CardPaper {
  readonly printedName: string;
  readonly personName: string;
  /** « K7M2-P9DX ». */
  readonly number: string;
  readonly until: string;
  readonly renewFrom: string;
  readonly service: string;
  readonly phone: string;
  /** « #7a1f5c ». */
  readonly color: string;
  readonly isDemonstration: boolean;
  readonly printedBy: string;
  readonly printedOn: string;
  readonly printedAt: Date;
}

const millimetre = 72 / 25.4;
/** A bank card's size (ISO/IEC 7810, ID-1): it fits where others do. */
const card = { x: 56, y: 72, width: 85.6 * millimetre, height: 54 * millimetre, corner: 3.2 * millimetre, pad: 4.5 * millimetre };
const ink = "#17232b";
const quiet = "#43525c";

/**
 * Carte imprimée : an A4 with one card to cut out, then how to replace and renew it. It names the service, the holder, the number and the last
 * day; it tells nothing of why she holds it. Screen readers can follow it. @returns the bytes of the file
 */
export const printCard = (paper: CardPaper): Promise<Buffer> => {
  const document = new PDFDocument({
    size: "A4",
    margin: card.x,
    pdfVersion: "1.7",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    info: { Title: words.title(paper.printedName), Author: paper.service, Creator: "Trait d’union", CreationDate: paper.printedAt },
  });
  const parts: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => {
      resolve(Buffer.concat(parts));
    });
    document.on("error", reject);
  });
  draw(document, paper);
  document.end();
  return written;
};

type Pdf = InstanceType<typeof PDFDocument>;

interface Line {
  readonly tag: "H1" | "P";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly isBold?: boolean;
  readonly color?: string;
}

const draw = (document: Pdf, paper: CardPaper): void => {
  const root = document.struct("Document");
  document.addStructure(root);
  root.add(
    document.struct("Artifact", {}, () => {
      frame(document, paper.color);
    }),
  );
  for (const line of linesOf(paper))
    root.add(
      document.struct(line.tag, {}, () => {
        document
          .font(line.isBold === true ? "Helvetica-Bold" : "Helvetica")
          .fontSize(sizeThatFits(document, line))
          .fillColor(line.color ?? ink)
          .text(french(line.text), line.x, line.y, { width: line.width, lineBreak: line.tag === "P" && line.y > card.y + card.height });
      }),
    );
  root.end();
};

/** A long name is written smaller, never cut. */
const sizeThatFits = (document: Pdf, line: Line): number => {
  if (line.y > card.y + card.height) return line.size;
  const wide = document
    .font(line.isBold === true ? "Helvetica-Bold" : "Helvetica")
    .fontSize(line.size)
    .widthOfString(french(line.text));
  return Math.max(5, Math.min(line.size, (line.size * line.width) / wide));
};

const frame = (document: Pdf, color: string): void => {
  const strip = 3 * millimetre;
  document.save();
  document.roundedRect(card.x, card.y, card.width, card.height, card.corner).clip();
  document.rect(card.x, card.y, card.width, strip).fill(color);
  document.restore();
  document.roundedRect(card.x, card.y, card.width, card.height, card.corner).lineWidth(0.7).dash(3, { space: 2 }).stroke(quiet).undash();
};

const linesOf = (paper: CardPaper): readonly Line[] => {
  const inside = { x: card.x + card.pad, width: card.width - 2 * card.pad };
  const at = (millimetres: number): number => card.y + millimetres * millimetre;
  const under = (row: number): number => card.y + card.height + 24 + row * 30;
  const around = { tag: "P" as const, x: card.x, width: 595.28 - 2 * card.x, size: 11 };
  return [
    { tag: "P", text: paper.service, ...inside, y: at(6), size: 8.5, color: quiet },
    { tag: "H1", text: paper.printedName, ...inside, y: at(11), size: 17, isBold: true },
    { tag: "P", text: paper.personName, ...inside, y: at(22.5), size: 12, isBold: true },
    { tag: "P", text: words.number, ...inside, y: at(31), size: 7, color: quiet },
    { tag: "P", text: paper.number, ...inside, y: at(34), size: 15, isBold: true },
    { tag: "P", text: words.until(paper.until), ...inside, y: at(42), size: 9.5 },
    {
      tag: "P",
      text: paper.isDemonstration ? words.demonstration : words.service(paper.service, paper.phone),
      ...inside,
      y: at(47.5),
      size: 8,
      color: quiet,
    },
    { ...around, text: words.cut, y: under(0), color: quiet },
    { ...around, text: words.lost(paper.phone), y: under(1) },
    { ...around, text: words.renew(paper.renewFrom), y: under(2) },
    { ...around, text: words.printed(paper.printedBy, paper.printedOn), y: under(3.4), size: 9, color: quiet },
  ];
};
