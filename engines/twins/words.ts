/** Words that tie others together. */
const ties = "a au aux avec chez d dans de des du en et l la le les lez ou par pour s sous sur the un une";

/**
 * Words that hundreds of structures share: they tell an activity, a rank or a shape, never which one. Their list is ours and fixed, so that a record
 * read in Lille never changes what is thought of two records in Nice.
 */
const common =
  "accompagnement accueil action actions administratif agence agglo agglomeration animation annexe antenne association atelier batiment bureau cantonal canton " +
  "centre citoyens collectif communal communale commune communes communautaire communaute coordination cyber departement departemental departementale " +
  "developpement dispositif emploi equipe espace espaces etablissement federation fixe formation foyer france groupe guichet hub information info initiatives initiative " +
  "insertion intercommunal intercommunale intercom jeune jeunes jeunesse local locale locales maison maisons mediation metropole mobile multi multisite multisites multiservices " +
  "municipal municipale national numerique numeriques office permanence pimms pays point points pole poste postale president principal prevention projet proximite public publics publique " +
  "quartier quartiers regional relais reseau rural rurale secondaire section secteur seniors service services siege site sites social sociale social solidaire solidarite " +
  "structure syndicat territoire tiers tous unique unite union urbain vie ville";

/**
 * Départements, regions and sides of the compass: they tell two houses of one kind apart, but twenty institutions of a chief town bear the name of their département.
 */
const wide =
  "ain aisne allier alpes provence hautes haute haut maritimes ardeche ardennes ariege aube aude aveyron bouches rhone calvados cantal charente maritime cher correze corse cote or armor " +
  "creuse dordogne doubs drome eure loir finistere gard garonne gers gironde herault ille vilaine indre isere jura landes loire loiret lot lozere maine manche marne mayenne meurthe moselle " +
  "meuse morbihan nievre nord oise orne pas calais puy dome pyrenees atlantiques orientales rhin saone sarthe savoie seine sevres deux somme tarn var vaucluse vendee vienne vosges yonne " +
  "belfort essonne val guadeloupe martinique guyane reunion mayotte auvergne bourgogne bretagne normandie occitanie aquitaine ile grand sud est ouest centre midi languedoc lorraine alsace champagne";

/** A bus, a van, a boat: what moves is not what stays, even when both leave from one courtyard. */
const moving = /\b(?:bus|itineran(?:t|te|ts|tes|ce)|camion|camionnette|van|pirogue|caravane|fourgon)\b/g;

const tying: ReadonlySet<string> = new Set(ties.split(" "));
const commonplace: ReadonlySet<string> = new Set(common.split(" "));

const farAndWide: ReadonlySet<string> = new Set(wide.split(" "));

export const isTie = (word: string): boolean => tying.has(word);
export const isCommon = (word: string): boolean => commonplace.has(word);

export const isWide = (word: string): boolean => farAndWide.has(word);

export const moves = (plain: string): boolean => plain.search(moving) !== -1;
export const withoutMoving = (plain: string): string => plain.replace(moving, " ");

/** Whether two words are one, as people write them: one wrong key in a long word, or its first letter alone. */
export const areAlike = (a: string, b: string): boolean =>
  a === b ||
  (a.length === 1 && b.startsWith(a)) ||
  (b.length === 1 && a.startsWith(b)) ||
  (a.length >= 5 && b.length >= 5 && isOneKeyAway(a, b));

const isOneKeyAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > from && endOfB > from && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA--;
    endOfB--;
  }
  return endOfA - from <= 1 && endOfB - from <= 1;
};

/** Whether a word of one list, other than a département or a side of the compass, is found in the other. */
export const shareTellingWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => !isWide(word) && b.some((other) => areAlike(word, other)));

/** How many words of one list are found in the other. */
export const sharedCount = (a: readonly string[], b: readonly string[]): number =>
  a.reduce((count, word) => (b.some((other) => areAlike(word, other)) ? count + 1 : count), 0);
