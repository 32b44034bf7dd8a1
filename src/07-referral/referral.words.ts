import { inWords, timeInWords } from "#engines/calendar";

/** « à Voiron », « au Havre », « aux Abrets »: names of communes that begin with an article. */
export const atPlace = (commune: string): string =>
  commune.startsWith("Le ") ? `au ${commune.slice(3)}` : commune.startsWith("Les ") ? `aux ${commune.slice(4)}` : `à ${commune}`;

/** « dimanche 22 novembre, 10 h 09 ». */
export const momentInWords = (when: Date): string => `${inWords(when)}, ${timeInWords(when)}`;

/** « mardi 24/11 à 17h », in the alphabet of SMS. */
export const momentForSms = (when: Date): string => {
  const [weekday = "", date = ""] = inWords(when).split(" ");
  const month = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", month: "2-digit" }).format(when);
  return `${weekday} ${date.replace("er", "")}/${month} à ${timeInWords(when).replaceAll(" ", "")}`;
};

const weekMs = 6 * 86_400_000;
/** « dimanche 10 h 09 », or the whole date when a weekday would not be enough. */
const shortMoment = (when: Date, now: Date): string =>
  when.getTime() - now.getTime() > weekMs ? momentInWords(when) : `${inWords(when).split(" ")[0] ?? ""} ${timeInWords(when)}`;

/** A name long enough to be recognised, short enough for one SMS. */
const sender = (name: string): string => name.slice(0, 60).trim();

const mail = (lines: readonly string[]): string => lines.join("\n\n");

/**
 * What is written to providers and to persons. None of these texts names a person, a need, a theme or a trade: whoever looks over a
 * shoulder learns nothing.
 */
export const referralWords = {
  fr: {
    offer: (given: { provider: string; commune: string; dueAt: Date; now: Date; url: string }) => ({
      subject: `Une demande ${atPlace(given.commune)}, réponse avant ${shortMoment(given.dueAt, given.now)}`,
      body: mail([
        `Bonjour ${given.provider},`,
        `Une personne attend un appel ${atPlace(given.commune)}, avant ${momentInWords(given.dueAt)}.`,
        `Dites si vous pouvez l’appeler, sans compte ni mot de passe :\n${given.url}`,
        "Si vous ne pouvez pas, dites-le aussi : nous demanderons tout de suite à quelqu’un d’autre.",
      ]),
    }),
    warning: (given: { provider: string; commune: string; dueAt: Date; now: Date; url: string; isAccepted: boolean }) => ({
      subject: `Rappel : une demande ${atPlace(given.commune)}, avant ${shortMoment(given.dueAt, given.now)}`,
      body: mail([
        `Bonjour ${given.provider},`,
        given.isAccepted
          ? `Vous avez accepté une demande ${atPlace(given.commune)}. Nous n’avons pas encore de trace de votre appel. Il est attendu avant ${momentInWords(given.dueAt)}.`
          : `Une personne attend toujours votre réponse ${atPlace(given.commune)}, avant ${momentInWords(given.dueAt)}. Après, nous demanderons à quelqu’un d’autre.`,
        given.url,
      ]),
    }),
    closed: (given: { provider: string; commune: string; url: string }) => ({
      subject: `Une demande ${atPlace(given.commune)} est close`,
      body: mail([`Bonjour ${given.provider},`, "Cette demande est close. Vous n’avez rien à faire.", given.url]),
    }),
    question: (given: { provider: string; commune: string; url: string }) => ({
      subject: `Une demande ${atPlace(given.commune)} : qu’en est-il ?`,
      body: mail([
        `Bonjour ${given.provider},`,
        `Vous avez accepté une demande ${atPlace(given.commune)}. A-t-elle abouti ? Une seule question, une réponse en un geste :\n${given.url}`,
      ]),
    }),
    smsNext: (given: { commissioner: string; dueAt: Date }) =>
      `${sender(given.commissioner)}. Une autre personne va vous appeler avant ${momentForSms(given.dueAt)}. Vous n'avez rien à faire.`,
    smsSearching: (given: { commissioner: string }) =>
      `${sender(given.commissioner)}. Nous cherchons encore qui peut vous appeler. Nous revenons vers vous sous deux jours.`,
    smsService: (given: { commissioner: string; phone?: string | undefined; address?: string | undefined }) =>
      `${sender(given.commissioner)}. Le contact dont nous avons parlé : ${[given.phone, given.address].filter(Boolean).join(", ")}.`,
  },
};

/** What the summary given to a person says of who will call her, and of whom she may call. */
export const summaryLineWords = {
  fr: {
    asked: (due: Date) => `Un professionnel doit vous appeler avant ${momentInWords(due)}.`,
    calls: (name: string, due: Date) => `${name} vous appelle avant ${momentInWords(due)}.`,
    searching: "Nous cherchons qui peut vous appeler. Nous revenons vers vous.",
    contact: (name: string, parts: readonly string[]) =>
      [`${name}${parts.length > 0 ? " :" : ""}`, parts.join(", ")].filter(Boolean).join(" "),
  },
};

/** What a task of this room asks of a human. */
export const referralTaskWords = {
  fr: {
    "referral.nobody": "Personne à solliciter près de chez elle : trouver une solution",
    "referral.exhausted": "Trois professionnels sollicités, aucun n’a pris la demande. À vous de jouer",
    "referral.verify-details": "Coordonnées à vérifier : trois appels sans joindre la personne",
  },
  en: {
    "referral.nobody": "Nobody to ask near the person: find a way",
    "referral.exhausted": "Three providers asked, none took the request. Your turn",
    "referral.verify-details": "Check the contact details: three calls, never reached",
  },
};
