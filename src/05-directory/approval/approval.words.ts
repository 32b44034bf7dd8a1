import { dayInFull } from "../record/day.words.ts";
import type { ApprovalKind, ApprovalState } from "./approval.ts";

const kinds: Readonly<Record<ApprovalKind, string>> = {
  agrement: "Agrément",
  norme: "Norme",
  label: "Label",
  convention: "Convention",
};

const state = (given: ApprovalState): string => {
  switch (given.kind) {
    case "valid":
      return given.until === undefined ? "valable, sans date de fin" : `valable jusqu’au ${dayInFull(given.until)}`;
    case "ending":
      return given.daysLeft === 0
        ? "se termine ce soir"
        : given.daysLeft === 1
          ? "se termine demain"
          : `se termine dans ${given.daysLeft} jours`;
    case "not-begun":
      return `commence le ${dayInFull(given.from)}`;
    case "expired":
      return `terminé le ${dayInFull(given.until)}`;
    case "withdrawn":
      return `retiré le ${dayInFull(given.on)}`;
  }
};

/** What people read of approvals. Only the list, the form and the history are for staff. */
export const approvalWords = {
  fr: {
    kinds,
    state,
    title: "Agréments",
    lead: "Agréments, normes, labels et conventions des structures de l’annuaire. Ce qui demande un geste vient en premier.",
    notAllowed: "Les agréments sont tenus par les référents data et par les responsables des prestataires.",
    none: "Aucun agrément n’est noté.",
    add: "Ajouter un agrément",
    table: "Tableau des agréments",
    columns: ["Structure", "État", "Agrément", "Donné par"],
    required: "indispensable",
    all: (count: number) => `Tous (${count})`,
    filters: "Montrer",
    toDo: (count: number) => `À renouveler (${count})`,
    choose: {
      title: "De quelle structure ?",
      label: "Nom de la structure ou d’un de ses services",
      search: "Chercher",
      none: "Aucune structure ne porte ce nom.",
      found: "Structures trouvées",
    },
    form: {
      add: "Ajouter un agrément",
      renew: "Renouveler un agrément",
      of: (structure: string) => `Structure : ${structure}`,
      after: (until: string) => `Le précédent vaut jusqu’au ${until}. Commencez le lendemain pour qu’il n’y ait pas de trou.`,
      kind: "Sorte",
      title: "Intitulé",
      titleHint: "Par exemple : services à la personne, Qualiopi",
      body: "Donné par",
      bodyHint: "L’organisme qui l’a donné",
      number: "Numéro",
      from: "Premier jour",
      until: "Dernier jour",
      untilHint: "Compris. Laissez vide s’il n’a pas de fin.",
      required: "Que se passe-t-il sans lui ?",
      requiredYes: "Aucune nouvelle demande ne part vers cette structure",
      requiredYesHint: "Les demandes déjà transmises continuent.",
      requiredNo: "Rien : c’est une information",
      url: "Justificatif en ligne",
      urlHint: "Une adresse qui commence par https://",
      file: "Ou le fichier vu",
      fileHint: "Nous gardons son nom et son empreinte, pas le fichier. 10 Mo au plus.",
      save: "Enregistrer",
      wrong: {
        kind: "Choisissez la sorte.",
        title: "Écrivez l’intitulé, en 200 caractères au plus.",
        body: "Dites qui l’a donné, en 200 caractères au plus.",
        number: "Raccourcissez le numéro : 80 caractères au plus.",
        from: "Indiquez le premier jour.",
        until: "Indiquez un dernier jour qui existe, ou laissez vide.",
        order: "Le dernier jour vient avant le premier : corrigez l’un des deux.",
        required: "Choisissez ce qui se passe sans lui.",
        url: "L’adresse du justificatif commence par https://.",
        file: "Le fichier dépasse 10 Mo.",
        renewed: "Quelqu’un l’a renouvelé entre-temps. Regardez l’histoire de cet agrément.",
      },
    },
    page: {
      history: "Histoire",
      period: (from: string, until: string | undefined) =>
        until === undefined ? `depuis le ${from}, sans date de fin` : `du ${from} au ${until}`,
      number: (number: string) => `n° ${number}`,
      recorded: (on: string) => `Noté le ${on}`,
      proof: "Justificatif",
      noProof: "sans justificatif",
      proofFile: (name: string, hash: string) => `${name} (empreinte ${hash})`,
      withdrawn: (on: string, because: string | undefined) => `Retiré le ${on}${because === undefined ? "" : ` : ${because}`}`,
      renew: "Renouveler",
      withdraw: "Retirer",
      withdrawLead: "La structure ne l’a plus à partir d’un jour. Cela reste dans l’histoire.",
      withdrawOn: "À partir du",
      withdrawBecause: "Pourquoi",
      withdrawDo: "Retirer cet agrément",
      mistake: "Noté par erreur ?",
      mistakeLead: "S’il n’aurait jamais dû être écrit ici, il ne compte plus du tout.",
      mistakeDo: "Effacer cette ligne",
      wrongDay: "Indiquez un jour qui existe, après le premier jour de l’agrément.",
      wrongBecause: "Raccourcissez : 300 caractères au plus.",
      keepsOut: "Aucune nouvelle demande ne part vers cette structure tant qu’il n’est pas renouvelé.",
    },
  },
};
