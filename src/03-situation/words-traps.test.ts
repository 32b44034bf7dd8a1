import { describe, expect, test } from "vitest";
import { words } from "./words.source.ts";

// What must never be asked, and what must always be. The sentences are ours and stand in no corpus.
const read = (text: string) => words().analyse(text);

describe("the machine asks about a danger", () => {
  test.each([
    ["said plainly", "Il est en bas, il me suit depuis le bus, il a dit que cette fois il me tuait."],
    ["told by a witness", "C'est la voisine, j'entends des coups à travers le mur et elle crie au secours, là, maintenant."],
    ["in the third person", "Mon mari a laissé une lettre sous le clavier, il n'a pas pris ses cannes."],
    ["in a note", "Mr, corde dans le garage, parle bas, dit adieu à ses filles. Ligne coupée 14h10."],
    ["in an SMS", "jai avalé toute la boite de cachet jveu pu etre la"],
    [
      "a threat dated tonight",
      "Mon ex m'a écrit : ce soir je viens avec le fusil et cette fois tu ne t'en sortiras pas. J'ai peur, je suis seule avec les petits.",
    ],
    ["beside an ordinary demand", "Appel pour une attestation. Loyer payé. Elle dit qu'elle va se tuer ce soir."],
    ["of a child", "Le bébé a été secoué, il ne réagit plus, je sais pas quoi faire"],
    [
      "of somebody who cannot rise",
      "Ma mère est tombée cette nuit, elle est par terre dans la cuisine et elle ne peut pas se relever, elle répond plus bien",
    ],
    ["of health", "Il a une grosse douleur dans la poitrine et le bras gauche, il transpire, il est tout blanc"],
    [
      "amid half an hour of notes",
      `${"Elle parle de la facture d'eau et du jardin. ".repeat(40)}Elle dit qu'elle a le couteau à côté d'elle et que ce soir elle en finit. ${"Elle revient sur la facture. ".repeat(20)}`,
    ],
  ])("%s", (_, text) => {
    expect(read(text).urgency).toBe(3);
    expect(read(text).motives.length).toBeGreaterThan(0);
  });
});

const inEnglish =
  "Dear madam, I am writing to you about the flat that we have rented since June. The landlord has not done the repairs and the children are cold.";

describe("a danger told in French is asked about, whatever it is pasted with", () => {
  const tonight = "Elle dit qu’elle va se tuer ce soir avec des médicaments.";
  test.each([
    ["a letter in English before it", `${inEnglish}\n${tonight}`],
    ["a letter in English after it", `${tonight} ${inEnglish.repeat(8)}`],
    ["words in another alphabet around it", `${"أنا لا أعرف ماذا أفعل مع هذا البيت والأطفال. ".repeat(3)}\n${tonight}`],
    ["a page pasted with its markup", `<div class="x"><p>${tonight}</p></div>`],
    ["spaces that do not break", tonight.replaceAll(" ", "\u00a0")],
    ["accents apart from their letters", tonight.normalize("NFD")],
    ["signs that nobody sees", "Elle dit qu’elle va se t\u200buer ce s\u00adoir avec des médica\u200dments."],
    ["capitals", tonight.toUpperCase()],
    [
      "sixty thousand signs",
      `${"Elle parle de son loyer et de la facture d’électricité. ".repeat(1_065)}Elle a la corde dans la main, elle veut mourir ce soir, adieu.`,
    ],
  ])("%s", (_, text) => {
    expect(read(text).urgency).toBe(3);
    expect(read(text).motives.map(({ id }) => id)).toContain("suicide");
  });
  test("what is in another language is said so: no need, no emotion, and no danger guessed at", () => {
    for (const text of [inEnglish, "I want to kill myself tonight with pills, I can not go on with this any more."])
      expect(read(text)).toMatchObject({ language: "other", urgency: 0, motives: [], needs: [], emotions: [] });
    expect(read(`${tonight}\n${inEnglish}`)).toMatchObject({ language: "other", needs: [], emotions: [] });
  });
});

describe("the machine asks nothing", () => {
  test.each([
    ["metaphor", "La facture m'a tuée, une crise cardiaque !"],
    ["metaphor", "Je suis morte de fatigue avec ces papiers."],
    ["joke", "Si ma belle-mère reste encore une semaine je vais l'étrangler, je plaisante bien sûr, c'est juste qu'on est serrés."],
    ["negation", "Non, je n'ai jamais pensé à me faire du mal, rassurez-vous, c'est juste la fatigue."],
    ["past fact", "Mon premier mari me battait, c'était il y a vingt ans, depuis j'ai refait ma vie."],
    [
      "danger already handled",
      "Ma fille a fait une tentative l'an dernier, elle est suivie et elle va beaucoup mieux. Je cherche une mutuelle.",
    ],
    ["information", "Je suis bénévole et je voudrais connaître le numéro de prévention du suicide pour notre affiche."],
    ["plain demand", "Bonjour, je voudrais changer mon adresse et savoir quels papiers envoyer."],
    ["rent", "J'ai deux mois de loyer de retard et le propriétaire m'a écrit."],
  ])("%s: %s", (_, text) => {
    expect(read(text).urgency).toBeLessThan(3);
  });
});

describe("needs", () => {
  const needs = (text: string): readonly string[] => read(text).needs.map(({ id }) => id);

  test.each([
    ["App. Mr B., CDD term., 3 mois loyer impayés, cdmt de payer", "loyer"],
    ["slt g pa de nounou pr mon fils jcommence a 5h", "garde"],
    ["Facture d'électricité de 312 €, ils veulent couper le 12", "energie"],
    ["Ma maman a Alzheimer, je m'en occupe jour et nuit et je n'en peux plus", "aidant"],
    ["I faut i ramèn mon marmaille l'école, néna pi d'bus", "transport"],
    ["Mon mari est décédé et je voudrais savoir si j'ai droit à sa pension de réversion", "reversion"],
    ["Le dimanche je ne parle à personne, heureusement qu'il y a la télé", "solitude"],
    ["Un faux conseiller de ma banque m'a pris 2 000 euros au téléphone", "arnaque"],
  ])("%s → %s", (text, need) => {
    expect(needs(text)).toContain(need);
  });

  test("each carries words that stand in the text", () => {
    const text = "Je dors mal depuis que j'ai reçu la facture d'électricité, et je ne sais pas à qui laisser Adam le mercredi.";
    const { needs: found } = read(text);
    expect(found.length).toBeGreaterThan(0);
    for (const { words: said, start, end, confidence } of found) {
      expect(text.slice(start, end)).toBe(said);
      expect(said.length).toBeGreaterThan(2);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });
});

describe("bad input", () => {
  test.each([
    ["nothing", ""],
    ["spaces", "   \n\t "],
    ["emoji", "😭😭🙏 👨‍👩‍👧‍👦"],
    ["markup", "<p>J&#39;ai <b>perdu</b> mon <script>alert(1)</script> logement</p>"],
    ["mixed encodings", "J'ai reÃ§u un courrier, je suis trÃ¨s inquiÃ¨te pour le loyer"],
    ["one word without end", "a".repeat(50_000)],
    ["half a surrogate", "loyer \ud83d"],
  ])("%s", (_, text) => {
    const { masked, needs: found } = read(text);
    expect(masked.text.length).toBeGreaterThanOrEqual(0);
    for (const { start, end } of found) expect(end).toBeGreaterThanOrEqual(start);
  });

  test("200 kB are read, and what is told in the middle is found", () => {
    const filler = "Elle parle du temps qu'il fait, de son jardin et de la télévision. ";
    const text = `${filler.repeat(1500)}Elle a reçu un commandement de payer pour trois loyers impayés. ${filler.repeat(1500)}`;
    expect(text.length).toBeGreaterThan(200_000);
    expect(read(text).needs.map(({ id }) => id)).toContain("loyer");
  });

  test("another language is said, not guessed", () => {
    const { language, needs: found } = read("I lost my job and I cannot pay the rent of my flat this month");
    expect(language).toBe("other");
    expect(found).toEqual([]);
  });
});
