import type { Reason } from "#engines/turns";
import type { RefusalReason } from "./offer.ts";
import { atPlace, momentInWords } from "./referral.words.ts";

const requests = new Intl.PluralRules("fr-FR");
const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("fr-FR")} ${requests.select(count) === "one" ? one : many}`;

const reasons: Readonly<Record<Reason | "named-by-the-person", string>> = {
  alone: "Vous étiez seul à pouvoir répondre ici à ce moment.",
  "highest-credit": "Parmi ceux qui pouvaient répondre ici, c’est à vous que le tour devait le plus.",
  "waited-longest": "À égalité avec d’autres, vous attendiez depuis plus longtemps.",
  "first-by-name": "À égalité complète, l’ordre des dossiers a décidé.",
  "named-by-the-person": "La personne vous a choisi par votre nom. Cela ne compte pas dans votre tour.",
};

const refusalLabels: Readonly<Record<RefusalReason, string>> = {
  full: "Nous sommes complets",
  "out-of-zone": "C’est hors de notre zone",
  "not-ours": "Ce n’est pas notre service",
  other: "Autre raison",
};

/** What a provider reads on the page of one request. Vouvoiement, one idea a sentence, nothing that blames. */
export const providerPageWords = {
  fr: {
    waiting: "Une personne attend votre appel",
    before: (due: Date, left: string) => `Avant ${momentInWords(due)} (${left}).`,
    what: "Besoin",
    where: "Commune",
    when: "Quand appeler",
    afterYes: "Le téléphone s’affiche quand vous acceptez. Vous appelez avant l’heure indiquée.",
    accept: "J’accepte, voir le téléphone",
    cannot: "Je ne peux pas",
    why: "Pourquoi ?",
    fullUntil: "Complets jusqu’au",
    fullUntilHint: "Facultatif. Jusqu’à ce jour, nous ne vous demanderons rien. Sans date : jusqu’à ce que vous nous le disiez.",
    otherText: "Dites pourquoi, en quelques mots",
    otherHint: "Seulement pour « Autre raison ». Ne nommez personne.",
    send: "Envoyer",
    refusalLabels,
    accepted: (firstName: string | undefined) => (firstName === undefined ? "La personne vous attend" : `${firstName} attend votre appel`),
    call: (phone: string) => `Appeler le ${phone}`,
    phone: "Téléphone",
    noMessage: "Ne laissez pas de message vocal.",
    mayLeaveMessage: "Vous pouvez laisser un message vocal.",
    callBefore: (due: Date, left: string) => `À appeler avant ${momentInWords(due)} (${left}).`,
    promiseKept: "Votre appel est noté. Le délai est tenu.",
    called: "J’ai appelé",
    reached: "J’ai appelé : personne jointe",
    missed: "J’ai appelé : personne absente",
    attempts: "Vos appels",
    attempt: (at: Date, wasReached: boolean) => `${momentInWords(at)} : personne ${wasReached ? "jointe" : "absente"}`,
    verifying: "Trois appels sans réponse : nous vérifions le numéro avec la personne. Vous n’avez rien à faire.",
    start: "Le service a commencé",
    started: "Le service a commencé. Dites-nous quand il est fait.",
    tookPlace: "Le service a-t-il eu lieu ?",
    delivered: { yes: "Oui", partly: "En partie", no: "Non" },
    deliveredReason: "Pourquoi, en quelques mots",
    deliveredReasonHint: "Si c’est « en partie » ou « non ». Sans détail sur la personne.",
    sendOutcome: "Envoyer la réponse",
    passed: "Cette demande est passée à un autre professionnel",
    nothingToDo: "Vous n’avez rien à faire.",
    late: (due: Date) => `Votre réponse est arrivée après l’heure, ${momentInWords(due)}. Rien n’a changé pour vous.`,
    already: "Vous aviez déjà répondu à cette demande. Cette nouvelle réponse n’a rien changé.",
    refused: "Merci de l’avoir dit",
    refusedNext: "Nous demandons tout de suite à quelqu’un d’autre. Vous n’avez rien à faire.",
    closed: "Cette demande est close",
    thanks: "Merci, cette demande est terminée",
    thanksNext: "Ce qui en a été dit est noté. Vous n’avez rien à faire.",
    expired: "Ce lien a expiré",
    expiredNext: "Il a servi en son temps. Si une demande est encore en cours chez vous, appelez-nous.",
    unknown: "Ce lien n’est pas reconnu",
    unknownNext: "Il est peut-être coupé : ouvrez-le depuis le courriel reçu. Vous n’avez rien perdu.",
    whyMe: "Pourquoi moi ?",
    reasons,
    mine: "Vous",
    others: (count: number) => (count === 1 ? "L’autre prestataire" : `Les ${count} autres, en moyenne`),
    received: "Reçues",
    fair: "Part juste",
    shareOf: (total: number) => `${counted(total, "demande", "demandes")} de ce type, ici, depuis le début.`,
    eligibleCount: (count: number) => (count === 1 ? "Vous seul pouviez répondre." : `${count} prestataires pouvaient répondre.`),
    weightFull: (kept: number, outOf: number) =>
      `Vous avez tenu ${kept} de vos ${counted(outOf, "dernière demande", "dernières demandes")} : votre tour est complet.`,
    weightHalf: (kept: number, outOf: number, left: number) =>
      `Vous avez tenu ${kept} de vos ${outOf} dernières demandes, moins de 8 sur 10 : vous recevez un tour sur deux. Encore ${counted(left, "demande tenue", "demandes tenues")} de suite, et votre tour redevient complet.`,
    notJudged: "Moins de dix demandes : votre tour est complet.",
    keptMeans: "Tenir une demande, c’est appeler avant l’heure, ou dire non avant l’heure.",
    rule: "À chaque demande, chacun gagne sa part ; celui à qui le tour doit le plus est sollicité.",
    errors: {
      reason: "Choisissez une raison.",
      other: "Dites pourquoi, en quelques mots.",
      tooLong: "Raccourcissez : 300 signes au plus.",
      until: "Indiquez une date à venir, ou laissez vide.",
      again: "Rouvrez la page et recommencez : rien n’a été envoyé.",
    },
    title: (commune: string) => `Une demande ${atPlace(commune)}`,
  },
};
