import { shownCount } from "#engines/numbers";
import { isShown, type Count } from "./count.ts";
import { headlineWords as words } from "./headline.words.ts";

const oneDecimal = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** « 1 234 », « < 11 » or « masqué ». */
export const countText = (count: Count): string => (isShown(count) ? shownCount(count) : count);

/** « 20,2 », without its sign. */
export const percentText = (share: number): string => oneDecimal.format(share * 100);

/** « 7,9 points », without its sign. */
export const pointsText = (difference: number): string => {
  const text = oneDecimal.format(Math.abs(difference) * 100);
  return `${text} ${Math.abs(difference) * 100 < 2 ? "point" : "points"}`;
};

/** « +7,9 points », « −0,2 point ». */
export const signedPoints = (difference: number): string => `${difference < 0 ? "−" : "+"}${pointsText(difference)}`;

/** « une personne sur cinq en parle » within a twentieth, « près d’une » or « plus d’une » within a tenth, else « 23,4 % des personnes en parlent ». */
export const sharePhrase = (share: number): string => {
  const whole = Math.round(1 / share);
  const word = words.oneIn[whole];
  const ratio = share * whole;
  if (word === undefined || word === "" || Math.abs(ratio - 1) > 0.1) return words.speak(`${percentText(share)} %`);
  const phrase = words.oneInPhrase(word);
  if (Math.abs(ratio - 1) <= 0.05) return words.speaks(phrase);
  return words.speaks(ratio < 1 ? words.almost(phrase) : words.moreThan(phrase));
};

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
