import { claim, gapBefore, has, isCapital, maskedPlain, plainAt, touches, type Page } from "./mask-page.ts";
import { looksFrench } from "./mask-company.ts";
import { trait } from "./mask-traits.ts";

/**
 * Noms de personnes : announced (« Mme », « mon fils », « je m'appelle »), in our lists, or written with a capital that French does not ask for.
 * In doubt, masked: a word hidden for nothing costs less than a name that leaks.
 */
export const maskPersons = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    const bits = page.traits[at] ?? 0;
    if ((bits & (trait.word | trait.masked)) !== trait.word) continue;
    const name = nameAt(page, at, bits);
    if (name !== undefined) at = Math.max(at, claim(page, "NOM", name.start, name.end) - 1);
  }
};

type Range = { readonly start: number; readonly end: number };

const nameAt = (page: Page, at: number, bits: number): Range | undefined => {
  if ((bits & trait.civility) !== 0) return afterCivility(page, at);
  if ((bits & trait.introduction) !== 0) return afterIntroduction(page, at);
  if ((bits & trait.kin) !== 0) {
    const named = afterKin(page, at);
    if (named !== undefined) return named;
  }
  if ((bits & (trait.firstName | trait.surname)) !== 0) return fromLists(page, at, bits);
  if ((bits & trait.single) !== 0) return fromInitial(page, at) ?? spelledOut(page, at);
  return (bits & trait.capital) !== 0 ? unknownCapital(page, at, bits) : undefined;
};

// Announced

/** « Mr Belhadj », « Mme Daoudi Samira », « M. et Mme Pélissier », « Mme veuve Chambaud », « Madame Rose ». */
const afterCivility = (page: Page, at: number): Range | undefined => {
  const plain = plainAt(page, at);
  if (plain === "famille" && !isCapital(page, at + 1)) return undefined;
  if (plain === "m" && plainAt(page, at + 2) === "-") return fromInitial(page, at);
  if (plain === "m" && !isTitleM(page, at)) return undefined;
  let start = at + 1;
  if (plainAt(page, start) === "." && touches(page, start)) start += 1;
  if (/^(et|ou)$/.test(plainAt(page, start)) && has(page, start + 1, trait.civility)) start += 1;
  while (start < at + 7 && statuses.has(plainAt(page, start))) start += plainAt(page, start + 1) === "." ? 2 : 1;
  if (!mayFollowTitle(page, start)) return undefined;
  // The title goes with the name: the reader who labelled our texts took « Mme Daoudi Samira » whole more often than not, and hiding it tells less.
  return { start: at, end: endOfName(page, start, true) };
};
const statuses = new Set(["veuve", "vve", "veuf", "epouse", "ep", "epse", "nee", "madame", "mme", "monsieur", "docteur", "dr"]);
/** « M. Dupont », « M Dupont »; not « m » for « me » in an SMS. */
const isTitleM = (page: Page, at: number): boolean =>
  has(page, at, trait.capital) && (plainAt(page, at + 1) === "." || isCapital(page, at + 1));

const mayFollowTitle = (page: Page, at: number): boolean => {
  if (!has(page, at, trait.word) || has(page, at, trait.masked | trait.civility | trait.line)) return false;
  const listed = has(page, at, trait.firstName | trait.surname);
  if (isCapital(page, at)) {
    if (has(page, at, trait.place) && plainAt(page, at + 1) === "-" && touches(page, at + 1)) return true;
    if (has(page, at, trait.particle))
      return isCapital(page, at + 1) && !has(page, at + 1, trait.everyday)
        ? true
        : isCapital(page, at + 1) && has(page, at + 1, trait.surname | trait.firstName);
    if (has(page, at, trait.single)) return plainAt(page, at + 1) === "." || isCapital(page, at + 1) || !has(page, at + 1, trait.word);
    if (has(page, at, trait.upper) && plainAt(page, at).length <= 3 && !listed) return false;
    return listed || !has(page, at, trait.everyday | trait.known);
  }
  if (has(page, at, trait.particle)) {
    const next = skipParticles(page, at);
    if (isCapital(page, next - 1) && isCapital(page, next)) return true;
    return (
      isName(page, next) ||
      (isCapital(page, next) && isNameLike(page, next)) ||
      (isStranger(page, next) && !/^(des|les|du|de)$/.test(plainAt(page, at)))
    );
  }
  return isName(page, at) || smallSurnames.has(plainAt(page, at)) || (isStranger(page, at) && !looksFrench(plainAt(page, at)));
};

/** « mme petit » : words of every day that after a title are names. Trades are not: « mr couvreur, chute ». */
const smallSurnames = new Set(
  "petit roux blanc brun noir rose grand gros gris roi loup renard poulain pigeon poisson fontaine bonnet picard robin martin lamy blanche claire pierre jean marc luc marin romain clement victor moulin lejeune besse perle chevalier rousse lion colombe olive".split(
    " ",
  ),
);

/** In our lists, and not a word of every day. */
const isName = (page: Page, at: number): boolean =>
  has(page, at, trait.firstName | trait.surname) && !has(page, at, trait.everyday | trait.masked);
/** In none of our lists. */
const isStranger = (page: Page, at: number): boolean =>
  has(page, at, trait.word) &&
  !has(
    page,
    at,
    trait.everyday |
      trait.known |
      trait.place |
      trait.particle |
      trait.numberWord |
      trait.month |
      trait.single |
      trait.masked |
      trait.civility |
      trait.street |
      trait.companyCue |
      trait.building |
      trait.identifierCue |
      trait.phoneCue |
      trait.birth,
  ) &&
  plainAt(page, at).length >= 3;

/** « je m'appelle nadia boukhelifa », « prénom : Zélie », « un certain » ; « j'appelle pour » announces nobody. */
const afterIntroduction = (page: Page, at: number): Range | undefined => {
  let start = at + 1;
  while (start < at + 4 && /^(:|est|c'|«|"|monsieur|madame|mme|mr|-|et|bien|donc|moi|,)$/.test(plainAt(page, start))) start += 1;
  return startsName(page, start, true) ? { start, end: endOfName(page, start, true) } : undefined;
};

/** « mon fils kevin », « ma fille (Inès) », « mon mari, Jean », « sa sœur aînée Léa ». */
const afterKin = (page: Page, at: number): Range | undefined => {
  let start = at + 1;
  while (start < at + 6 && kinWords.has(plainAt(page, start)) && !isCapital(page, start)) start += 1;
  if (plainAt(page, start - 1) === "," && !isCapital(page, start) && !isName(page, start)) return undefined;
  if (!has(page, start, trait.word) || has(page, start, trait.masked | trait.line | trait.civility)) return undefined;
  return startsName(page, start, start === at + 1) ? { start, end: endOfName(page, start, false) } : undefined;
};
const kinWords = new Set(
  ", ( : « aine ainee cadet cadette s' appelle prenomme prenommee nomme nommee qui unique petit petite grand grande est et handicape autiste malade majeur decede decedee defunt defunte feu - \"".split(
    " ",
  ),
);

/** May this word open a name, where a name is expected? */
const startsName = (page: Page, at: number, allowsCommon: boolean): boolean => {
  if (!has(page, at, trait.word) || has(page, at, trait.masked)) return false;
  if (isName(page, at)) return true;
  if (isCapital(page, at)) {
    if (has(page, at, trait.firstName | trait.surname)) return !has(page, at, trait.known | trait.place) || isNameLike(page, at + 1);
    if (has(page, at, trait.single))
      return plainAt(page, at + 1) === "." || (isCapital(page, at + 1) && !has(page, at + 1, trait.everyday));
    if (has(page, at, trait.upper) && plainAt(page, at).length <= 4) return false;
    return !has(page, at, trait.everyday | trait.known | trait.place | trait.particle);
  }
  if (!allowsCommon) return false;
  // « ma fille rose » ; « mon fils juste », « mon fils mars » are not named so.
  if (has(page, at, trait.firstName)) return !neverAfterKin.has(plainAt(page, at)) && !has(page, at, trait.month | trait.particle);
  return isStranger(page, at) && !looksFrench(plainAt(page, at)) && has(page, at - 1, trait.introduction);
};
const neverAfterKin = new Set(
  "juste sage gentil prudent sam max dan val dom mars mai avril juin que ami amie date truc lien kine tri bac tram vache mine moche tais prem done imam quan lies anes deni rie tien mette lance aime aimee ange indu sol ben mal papa doudou desire desiree innocent constant parfait modeste violet jose hui loc recep deni fa arcade".split(
    " ",
  ),
);

// In our lists

const fromLists = (page: Page, at: number, bits: number): Range | undefined => {
  const capital = isCapital(page, at);
  const isFirst = (bits & trait.firstName) !== 0;
  const isCommon = (bits & (trait.everyday | trait.particle | trait.month | trait.numberWord)) !== 0;
  if ((bits & trait.known) !== 0 && !isFirst && !besideFirstName(page, at)) return undefined;
  if ((bits & trait.known) !== 0 && (bits & trait.upper) !== 0 && !besideFirstName(page, at)) return undefined;
  if ((bits & trait.upper) !== 0 && plainAt(page, at).length <= 3 && !page.shouted && !besideFirstName(page, at)) return undefined;
  if (isOfPlaceOrBody(page, at)) return undefined;
  if (isCommon && !(isFirst && isDoubleFirstName(page, at))) {
    if (!capital) return isFirst && sureFirstNames.has(plainAt(page, at)) && isSubject(page, at) ? withBefore(page, at) : undefined;
    if (has(page, at, trait.particle) && !isNameLike(page, at + 1)) return undefined;
    if (
      isFirst &&
      isCapital(page, at + 1) &&
      !has(page, at + 1, trait.opening) &&
      (isNameLike(page, at + 1) || isClosingInitial(page, at + 1))
    )
      return withBefore(page, at);
    if (has(page, at, trait.opening))
      return isFirst && (closesName(page, at + 1) || sureFirstNames.has(plainAt(page, at)) || acts(page, at + 1)) && isRareOpening(page, at)
        ? withBefore(page, at)
        : undefined;
    return (bits & (trait.known | trait.place | trait.upper)) !== 0 ? undefined : withBefore(page, at);
  }
  if ((bits & trait.place) !== 0 && !isFirst && !besideFirstName(page, at) && isPlaced(page, at)) return undefined;
  if (capital) {
    if ((bits & trait.place) !== 0 && isPlaced(page, at) && !isNameLike(page, at + 1)) return undefined;
    return withBefore(page, at);
  }
  const length = plainAt(page, at).length;
  if (isFirst) return length >= 4 || shortNames.has(plainAt(page, at)) ? withBefore(page, at) : undefined;
  return length >= 5 && (bits & (trait.place | trait.companyCue)) === 0 ? withBefore(page, at) : undefined;
};

/** « Constance F. ». */
const isClosingInitial = (page: Page, at: number): boolean =>
  has(page, at, trait.single) && (plainAt(page, at + 1) === "." || closesName(page, at + 1));

/** « Jean-Luc », « Marie-Ange ». */
const isDoubleFirstName = (page: Page, at: number): boolean =>
  plainAt(page, at + 1) === "-" &&
  touches(page, at + 1) &&
  touches(page, at + 2) &&
  has(page, at + 2, trait.firstName) &&
  plainAt(page, at).length > 2;

/** First names that are words too, but that no sentence opens with: « Pierre aussi ». */
const sureFirstNames = new Set(
  "pierre rose claire jean marc marine romain romane aurore clement clemence victor oceane jade ambre luc guy serge laure lise iris pascal maxime robin sacha dominique florence angelique aime aimee jasmine marguerite madeleine martial melodie capucine violette prune charlotte blanche stella prosper sylvestre mona serena vivien".split(
    " ",
  ),
);
/** « pierre ma dit », « avec claire », « chez marc » ; not « la pierre », « pas claire », « en jean ». */
const isSubject = (page: Page, at: number): boolean => {
  const before = plainAt(page, at - 1);
  if (/^(avec|pour|chez|et|que|qu'|a)$/.test(before) && !has(page, at, trait.companyCue))
    return !/^(rose|jade|prune|blanche|claire|jean|violette)$/.test(plainAt(page, at)) || acts(page, at + 1);
  return (has(page, at, trait.opening) || /^(mais|car|donc|quand|si|mr|mme|c'|ce|cest)$/.test(before)) && acts(page, at + 1);
};
const acts = (page: Page, at: number): boolean =>
  /^(a|ma|m'|est|va|ne|n'|veut|dit|et|me|s'|se|nous)$/.test(page.tokens[at]?.text.toLowerCase() ?? "");

/** Names of two or three letters that are no other word, even in small letters. */
const shortNames = new Set("lea leo zoe noe tom eva ali ines luc guy eve mia lou tim kim ana jad lyo noa mae yan ian".split(" "));

/** « Marc a dit », « Rose, » : at the head of a sentence, only what is seldom a word. */
const isRareOpening = (page: Page, at: number): boolean => !has(page, at, trait.place | trait.known | trait.kin);
/** What comes after a name that stands alone: the end, a comma, a number masked. */
const closesName = (page: Page, at: number): boolean =>
  page.tokens[at] === undefined ||
  has(page, at, trait.masked) ||
  /^[,()!]$/.test(plainAt(page, at)) ||
  (/^[–-]$/.test(plainAt(page, at)) && !touches(page, at)) ||
  (plainAt(page, at) === "." && page.tokens[at + 1] === undefined);

const besideFirstName = (page: Page, at: number): boolean =>
  (has(page, at - 1, trait.firstName) && has(page, at - 1, trait.capital)) ||
  (has(page, at + 1, trait.firstName) && has(page, at + 1, trait.capital) && gapBefore(page, at + 1) <= 2) ||
  plainAt(page, at - 1) === maskedPlain("NOM");

/** « à Lourdes », « de Florence » : where a town may be meant. */
const isPlaced = (page: Page, at: number): boolean =>
  placing.has(plainAt(page, at - 1)) || !has(page, at - 1, trait.firstName | trait.civility);
const placing = new Set("a en vers de sur pres d' du au depuis dans".split(" "));

/** « hôpital Édouard-Herriot », « lycée Jean Moulin », « Saint-Étienne », « maladie de Charcot » : a public place or thing that bears a name. */
const isOfPlaceOrBody = (page: Page, at: number): boolean => {
  const before = plainAt(page, at - 1);
  if (before === "-" && touches(page, at) && isSaint(page, at - 2)) return true;
  if (
    isSaint(page, at - 1) &&
    (plainAt(page, at - 1) !== "notre" || isCapital(page, at - 1)) &&
    !has(page, at - 2, trait.firstName | trait.civility)
  )
    return true;
  for (let back = at - 1; back >= at - 4; back--) {
    if (bodies.has(plainAt(page, back))) return true;
    if (!/^(de|du|d'|des|la|le|-|les)$/.test(plainAt(page, back)) && !(has(page, back, trait.capital) && has(page, back, trait.firstName)))
      return false;
  }
  return false;
};
const isSaint = (page: Page, at: number): boolean => /^(saint|sainte|st|ste|notre)$/.test(plainAt(page, at));
const bodies = new Set(
  "hopital hosp clinique lycee college ecole universite fac faculte stade gare metro station maladie syndrome loi amendement prix fondation institut musee theatre caserne prison maison place rue avenue boulevard bd quartier cite fort pont tour gymnase piscine parc bibliotheque mediatheque centre chu hotel-dieu plan livret allocation corps operation ouragan tempete plage".split(
    " ",
  ),
);

// Unknown capitals

/** « R. Delahaye », « K Belhadj ». */
const fromInitial = (page: Page, at: number): Range | undefined => {
  if (!isCapital(page, at) || plainAt(page, at).endsWith("'")) return undefined;
  const initials = endOfInitials(page, at);
  if (initials > at) return { start: at, end: initials };
  let next = at + 1;
  if (plainAt(page, next) === "." && touches(page, next)) next += 1;
  else if (has(page, at, trait.opening) && /^[ayo]$/.test(plainAt(page, at))) return undefined;
  if (next > at + 1 && plainAt(page, next) === "-" && touches(page, next)) next += 1;
  if (next > at + 1 && has(page, next, trait.single) && isCapital(page, next) && plainAt(page, next + 1) === ".") next += 2;
  if (!isCapital(page, next) || has(page, next, trait.single) || gapBefore(page, next) > 2) return undefined;
  if (!isName(page, next) && (has(page, next, trait.everyday | trait.known | trait.place) || has(page, next, trait.upper)))
    return undefined;
  if (next === at + 1 && !isName(page, next)) return undefined;
  return { start: at, end: endOfName(page, next, true) };
};

/** « A. B. », « M.-T. B. », « H. de B. » : two or three initials and nothing more. */
const endOfInitials = (page: Page, from: number): number => {
  let at = from;
  let initials = 0;
  while (initials < 4 && has(page, at, trait.single) && isCapital(page, at) && plainAt(page, at + 1) === "." && touches(page, at + 1)) {
    initials += 1;
    at += 2;
    if (plainAt(page, at) === "-" || /^(de|d'|du)$/.test(plainAt(page, at))) at += 1;
  }
  return (initials === 2 || initials === 3) && (page.tokens[at] === undefined || has(page, at, trait.opening) || !has(page, at, trait.word))
    ? at
    : -1;
};

/** « B E L H A D J », « b-e-l-h-a-d-j » : four letters or more, one by one. */
const spelledOut = (page: Page, at: number): Range | undefined => {
  let end = at;
  let letters = 0;
  for (let next = at; next < at + 80; next++) {
    if (has(page, next, trait.single) && !plainAt(page, next).endsWith("'")) {
      letters += 1;
      end = next + 1;
    } else if (!/^[-.,]$/.test(plainAt(page, next)) || next > end) break;
  }
  return letters >= 4 ? { start: at, end } : undefined;
};

/** A capital in the middle of a sentence, on a word that French does not have and no list explains. */
const unknownCapital = (page: Page, at: number, bits: number): Range | undefined => {
  if (!isCapital(page, at) || (bits & (trait.everyday | trait.known | trait.place | trait.particle | trait.month | trait.numberWord)) !== 0)
    return undefined;
  const plain = plainAt(page, at);
  if (plain.length < 3) return undefined;
  if ((bits & trait.upper) !== 0 && !isNameLike(page, at + 1) && !besideFirstName(page, at)) return undefined;
  if (isInCompound(page, at) || isOfPlaceOrBody(page, at)) return undefined;
  if ((bits & trait.opening) !== 0) return opensWithName(page, at) ? withBefore(page, at) : undefined;
  if (/^(a|en|vers)$/.test(plainAt(page, at - 1)) && !isCapital(page, at + 1)) return undefined;
  return withBefore(page, at);
};

/** « Vidalenc Roselyne », « Belhadj, rappelé » : a stranger at the head of a sentence. */
const opensWithName = (page: Page, at: number): boolean => {
  const plain = plainAt(page, at);
  if (looksFrench(plain)) return isCapital(page, at + 1) && isName(page, at + 1);
  return (
    plain.length >= 4 &&
    !(
      plainAt(page, at + 1) === "." &&
      page.tokens[at + 2] !== undefined &&
      touches(page, at + 1) &&
      plain.length <= 9 &&
      isAbbreviation(page, at + 2)
    )
  );
};

/** « Transm. CTA », « Renouvellt. droits » : shortened words of notes, whose full stop is followed by the rest of the sentence. */
const isAbbreviation = (page: Page, next: number): boolean => !isCapital(page, next) || has(page, next, trait.upper);

/** « Porte-monnaie », « Saint-Pierre », « Rez-de-chaussée », « qu'Airbnb » : bound to a word that is not a name. */
const isInCompound = (page: Page, at: number): boolean => {
  const bound = plainAt(page, at + 1) === "-" && touches(page, at + 1) && touches(page, at + 2);
  if (bound && has(page, at + 2, trait.everyday) && !has(page, at + 2, trait.surname | trait.firstName)) return true;
  const boundBefore = plainAt(page, at - 1) === "-" && touches(page, at) && touches(page, at - 1);
  return (
    boundBefore && has(page, at - 2, trait.everyday | trait.place | trait.known) && !has(page, at - 2, trait.firstName | trait.surname)
  );
};

/** The last words of a letter, all in capitals or bound by particles: « … que faire ? Collectif des Petits Sabots, contact ». */
export const maskSignature = (page: Page): void => {
  if (page.shouted) return;
  const last = page.tokens.length - 1;
  let start = last;
  while (start > 0 && start > last - 24 && !isSentenceStart(page, start)) start -= 1;
  if (start === 0 || !isSentenceStart(page, start)) return;
  let end = start;
  let capitals = 0;
  let telling = 0;
  if (
    start === last - (plainAt(page, last) === "." ? 1 : 0) &&
    has(page, start, trait.firstName) &&
    !has(page, start, trait.known | trait.place)
  )
    claim(page, "NOM", start, start + 1);
  for (let at = start; at < start + 8 && !closesName(page, at); at++) {
    if (isCapital(page, at) && has(page, at, trait.upper) && plainAt(page, at).length <= 5 && !isName(page, at)) return;
    if (isCapital(page, at)) {
      capitals += 1;
      if (!has(page, at, trait.everyday | trait.known | trait.place | trait.particle)) telling += 1;
      end = at + 1;
    } else if (!has(page, at, trait.particle) && plainAt(page, at) !== "et" && plainAt(page, at) !== "-") return;
  }
  if (closesName(page, end) && capitals >= 2 && (telling > 0 || capitals >= 3)) claim(page, "NOM", start, end);
};
const isSentenceStart = (page: Page, at: number): boolean =>
  has(page, at, trait.line) || (has(page, at, trait.opening) && /^[.!?…]+$/.test(plainAt(page, at - 1)));

// How far a name goes

/** « (Vasseur)-Lamy », « (Le) Guellec », « (Anne-Sophie) de Kerlan », « (Karim) Z », « (Yvonne) et Marcel Taburet ». */
const endOfName = (page: Page, start: number, announced: boolean): number => {
  let end = start + 1;
  for (let words = 1; words < 7;) {
    const next = nextOfName(page, end, start, announced);
    if (next === end) break;
    end = next;
    words += 1;
  }
  return end;
};

const nextOfName = (page: Page, end: number, start: number, announced: boolean): number => {
  if (has(page, end, trait.masked) || has(page, end, trait.line)) return end;
  const isHyphen = /^[-–]$/.test(plainAt(page, end)) && touches(page, end) && touches(page, end + 1) && has(page, end + 1, trait.word);
  if (isHyphen) return has(page, end + 1, trait.masked) ? end : end + 2;
  if (plainAt(page, end) === "." && has(page, end - 1, trait.single) && touches(page, end) && isNameLike(page, end + 1)) return end + 2;
  if (plainAt(page, end - 1).endsWith("'") && touches(page, end) && has(page, end, trait.word)) return end + 1;
  if (!has(page, end, trait.word) || gapBefore(page, end) > 3 || has(page, end, trait.opening)) return end;
  if (isCapital(page, end) && has(page, end, trait.place) && isName(page, end - 1) && has(page, end - 1, trait.firstName)) return end + 1;
  const afterParticles = skipParticles(page, end);
  if (
    afterParticles > end &&
    isCapital(page, afterParticles - 1) &&
    isCapital(page, afterParticles) &&
    !has(page, afterParticles, trait.single | trait.opening)
  )
    return afterParticles + 1;
  if (afterParticles > end)
    return isNameLike(page, afterParticles) || isNobleName(page, end, afterParticles)
      ? afterParticles + 1
      : isCapital(page, end) && isNameLike(page, end) && has(page, end, trait.surname | trait.firstName)
        ? end + 1
        : end;
  if (isMaidenName(page, end)) return end + 2;
  if (has(page, end, trait.single)) return (isCapital(page, end) && isInitial(page, end)) || isLastLetter(page, end) ? end + 1 : end;
  if (
    isNameLike(page, end) ||
    (isCapital(page, end) && has(page, end, trait.place) && isName(page, end - 1) && has(page, end - 1, trait.firstName))
  )
    return end + 1;
  return announced && isStrangerInSmall(page, end, start) ? end + 1 : end;
};

const skipParticles = (page: Page, from: number): number => {
  let at = from;
  while (at < from + 3 && has(page, at, trait.particle)) {
    at += 1;
    if (plainAt(page, at) === "-" && touches(page, at)) at += 1;
  }
  return at;
};
/** « Hélène de Saint-Priest », « Guy de Laval ». */
const isNobleName = (page: Page, particle: number, at: number): boolean =>
  has(page, particle - 1, trait.firstName) &&
  /^(de|d'|du|des)$/.test(plainAt(page, particle)) &&
  isCapital(page, at) &&
  has(page, at, trait.place) &&
  !has(page, at, trait.opening);
/** « Dupont née Martin », « épouse Martin ». */
const isMaidenName = (page: Page, at: number): boolean =>
  /^(nee|epouse|ep|veuve|vve|divorcee)$/.test(plainAt(page, at)) && isNameLike(page, at + 1) && isCapital(page, at + 1);
/** « jeannine b. », « linda k » at the end of a text. */
const isLastLetter = (page: Page, at: number): boolean =>
  page.tokens[at + 1] === undefined || (plainAt(page, at + 1) === "." && page.tokens[at + 2] === undefined);
const isInitial = (page: Page, at: number): boolean =>
  !/^[ayo]$/.test(plainAt(page, at)) || plainAt(page, at + 1) === "." || !has(page, at + 1, trait.word);

/** A word that may go on a name: a capital that nothing else explains, or a name of our lists. */
const isNameLike = (page: Page, at: number): boolean => {
  if (!has(page, at, trait.word) || has(page, at, trait.masked | trait.opening | trait.civility)) return false;
  if (isCapital(page, at)) {
    if (has(page, at, trait.single)) return false;
    if (has(page, at, trait.firstName | trait.surname)) return !has(page, at, trait.known) || !has(page, at, trait.upper);
    if (has(page, at, trait.upper) && plainAt(page, at).length <= 4) return false;
    return !has(page, at, trait.everyday | trait.known | trait.place | trait.month);
  }
  if (isCompoundFirstName(page, at)) return true;
  return isName(page, at) && plainAt(page, at).length >= (page.shouted ? 2 : 4) && !has(page, at, trait.place);
};
/** « jean pierre », « marie rose ». */
const isCompoundFirstName = (page: Page, at: number): boolean =>
  /^(jean|marie|anne|pierre|paul|rose)$/.test(plainAt(page, at - 1)) &&
  has(page, at, trait.firstName) &&
  !has(page, at, trait.month | trait.masked) &&
  !neverAfterKin.has(plainAt(page, at));

/** « mr belhadj karim », « nadia boukhelifa » in small letters throughout. */
const isStrangerInSmall = (page: Page, at: number, start: number): boolean =>
  !has(page, at, trait.capital) &&
  !has(page, start, trait.capital) &&
  isStranger(page, at) &&
  !looksFrench(plainAt(page, at)) &&
  plainAt(page, at).length >= 4;

/** « Desmoulins Guy », « DAOUDI Samira » : a surname written before. */
const withBefore = (page: Page, at: number): Range => {
  let start = at;
  while (start > at - 4) {
    const before = start - 1;
    const hyphen = /^[-–]$/.test(plainAt(page, before)) && touches(page, start) && touches(page, before);
    const word = hyphen ? before - 1 : before;
    if (!has(page, word, trait.word) || has(page, word, trait.masked) || has(page, start, trait.opening) || gapBefore(page, start) > 2)
      break;
    if (hyphen ? has(page, word, trait.everyday) && !isCapital(page, word) : !goesBefore(page, word)) break;
    start = word;
  }
  return { start, end: endOfName(page, at, isName(page, at)) };
};
const goesBefore = (page: Page, at: number): boolean => {
  if (has(page, at, trait.civility)) return false;
  if (has(page, at, trait.particle))
    return isCapital(page, at) && (!has(page, at, trait.opening) || !/^(de|du|des|d'|le|la|les|l')$/.test(plainAt(page, at)));
  if (isCapital(page, at) && !has(page, at, trait.single)) {
    if (isName(page, at)) return true;
    return (
      !has(page, at, trait.everyday | trait.known | trait.place | trait.opening) &&
      !(has(page, at, trait.upper) && plainAt(page, at).length <= 4)
    );
  }
  return isName(page, at) && has(page, at, trait.surname) && plainAt(page, at).length >= 5 && !has(page, at, trait.place);
};
