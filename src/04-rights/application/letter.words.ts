import type { RightId } from "#engines/rules";
import type { RefusalReason } from "./application.ts";
import type { AppealBody, Body } from "./right-rule.ts";

/** « une demande … » de quoi : the name of each right as it stands in a sentence. */
export const ofRight: Readonly<Record<RightId, string>> = {
  rsa: "de revenu de solidarité active (RSA)",
  prime_activite: "de prime d’activité",
  aide_logement: "d’aide au logement",
  aah: "d’allocation aux adultes handicapés (AAH)",
  mva: "de majoration pour la vie autonome",
  aspa: "d’allocation de solidarité aux personnes âgées (Aspa)",
  asi: "d’allocation supplémentaire d’invalidité (ASI)",
  ass: "d’allocation de solidarité spécifique (ASS)",
  af: "d’allocations familiales",
  cf: "de complément familial",
  asf: "d’allocation de soutien familial (ASF)",
  paje_base: "d’allocation de base de la Paje",
  aeeh: "d’allocation d’éducation de l’enfant handicapé (AEEH)",
  ars: "d’allocation de rentrée scolaire",
  css: "de Complémentaire santé solidaire",
  cheque_energie: "de chèque énergie",
};

const bodies: Readonly<Record<Body, string>> = {
  caf: "Caisse d’allocations familiales",
  mdph: "Maison départementale des personnes handicapées",
  "pension-fund": "Caisse de retraite",
  "health-fund": "Caisse primaire d’assurance maladie",
  "france-travail": "France Travail",
  "energy-cheque": "Chèque énergie, service d’assistance",
  local: "",
};

/** Under the name of the body, the service that reads an appeal. */
const appealServices: Readonly<Record<AppealBody, string>> = {
  department: "Conseil départemental\nPrésidence, recours sur le RSA",
  "caf-commission": "Commission de recours amiable",
  "caf-director": "Direction, recours administratif",
  mdph: "Commission des droits et de l’autonomie des personnes handicapées",
  "fund-commission": "Commission de recours amiable",
  "france-travail": "Direction de l’agence",
  "who-decided": "",
};

const reasons: Readonly<Record<Exclude<RefusalReason, "silence" | "other">, string>> = {
  resources: "mes ressources dépasseraient le plafond",
  residence: "je ne remplirais pas la condition de séjour ou de résidence",
  paper: "une pièce manquerait",
  condition: "une autre condition ne serait pas remplie",
  "other-right": "un autre droit passerait d’abord",
  late: "la demande serait arrivée trop tard",
};

const greeting = "Madame, Monsieur,";
const farewell = "Je vous prie d’agréer, Madame, Monsieur, mes salutations respectueuses.";

/** What our letters say: in her name, in plain words. What stands between brackets is for her to tell. */
export const letterWords = {
  fr: {
    bodies,
    appealServices,
    reasons,
    fileNumber: "Numéro d’allocataire ou de dossier : …………………………",
    help: (label: string) => `pour ${label}`,
    subjects: {
      request: (of: string) => `Demande ${of}`,
      appeal: (of: string) => `Recours contre le refus de ma demande ${of}`,
      reasons: (of: string) => `Raisons du refus de ma demande ${of}`,
      delay: (of: string) => `Demande ${of} : où en est-elle ?`,
      money: (of: string) => `Demande ${of} : le paiement n’est pas arrivé`,
    },
    request: (of: string, month: string) =>
      [
        greeting,
        `Je dépose une demande ${of}, à compter du mois de ${month}.`,
        "Je joins les pièces dont je dispose. S’il en manque une, merci de me dire laquelle.",
        "Merci de m’envoyer un accusé de réception de cette demande, avec sa date.",
        farewell,
      ].join("\n\n"),
    refusedOn: (of: string, on: string) => `Par une décision que j’ai reçue le ${on}, vous avez refusé ma demande ${of}.`,
    silentSince: (of: string, askedOn: string | undefined) =>
      `Vous n’avez pas répondu à ma demande ${of}${askedOn === undefined ? "" : `, partie le ${askedOn}`}. Ce silence vaut refus.`,
    reasonGiven: (reason: string) => `La raison donnée est la suivante : ${reason}.`,
    appeal: (opening: string, reason: string | undefined, article: string | undefined) =>
      [
        greeting,
        opening,
        ...(reason === undefined ? [] : [reason]),
        `Je conteste cette décision${article === undefined ? "" : ` (${article})`} et je vous demande d’étudier de nouveau ma situation.`,
        "[Dites ici pourquoi : les faits, les dates, ce que montrent vos papiers.]",
        "Je joins une copie de la décision et les pièces utiles.",
        farewell,
      ].join("\n\n"),
    appealSilent: (opening: string, article: string | undefined) =>
      [
        greeting,
        opening,
        `Je conteste ce refus${article === undefined ? "" : ` (${article})`} et je vous demande d’étudier ma demande.`,
        "[Dites ici pourquoi vous pensez y avoir droit : les faits, les dates, ce que montrent vos papiers.]",
        "Je joins une copie de ma demande et les pièces utiles.",
        farewell,
      ].join("\n\n"),
    askReasons: (opening: string, isSilent: boolean) =>
      [
        greeting,
        opening,
        isSilent
          ? "Je vous demande de m’écrire les raisons de ce refus, dans le mois qui suit cette lettre (code des relations entre le public et l’administration, art. L232-4)."
          : "Je vous demande de m’écrire les raisons de fait et de droit de cette décision (code des relations entre le public et l’administration, art. L211-2 et suivants).",
        "Merci de me dire aussi quels revenus et quelle situation de famille ont été retenus.",
        farewell,
      ].join("\n\n"),
    delay: (of: string, askedOn: string | undefined, months: number) =>
      [
        greeting,
        `J’ai déposé une demande ${of}${askedOn === undefined ? "" : ` le ${askedOn}`}. Je n’ai pas reçu de réponse à ce jour.`,
        "Merci de me dire où elle en est, et quand je recevrai une décision écrite. Si une pièce manque, dites-moi laquelle : je l’envoie aussitôt.",
        `Une réponse est attendue dans les ${months === 4 ? "quatre" : "deux"} mois de la demande.`,
        farewell,
      ].join("\n\n"),
    delayOfAppeal: (of: string, on: string) =>
      [
        greeting,
        `Le ${on}, j’ai contesté le refus de ma demande ${of}. Je n’ai pas reçu de réponse à ce jour.`,
        "Merci de me dire où en est ce recours, et quand je recevrai une décision écrite.",
        farewell,
      ].join("\n\n"),
    delayOfMoney: (of: string, on: string) =>
      [
        greeting,
        `Ma demande ${of} a été acceptée ; j’en ai eu la réponse le ${on}. À ce jour, l’argent n’est pas arrivé.`,
        "Merci de me dire à quelle date le paiement part, et sur quel compte.",
        farewell,
      ].join("\n\n"),
    paper: {
      subject: (subject: string) => `Objet : ${subject}`,
      made: (place: string, on: string) => (place === "" ? `Le ${on}` : `À ${place}, le ${on}`),
      signature: "Signature",
      title: (subject: string) => `Courrier : ${subject}`,
    },
  },
};
