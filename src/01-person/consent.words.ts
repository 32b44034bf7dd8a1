import type { ConsentPurpose } from "./consent.ts";

const scripts: Readonly<Record<ConsentPurpose, string>> = {
  keep_file: "Je prends quelques notes pour ne pas vous faire répéter. Vous pourrez les lire ou les faire effacer. D’accord ?",
  share_referral:
    "Je peux donner votre prénom, votre téléphone et votre besoin au professionnel qui va vous appeler. Rien d’autre. D’accord ?",
  share_party: "Je peux partager ce point avec la personne qui vous suit déjà. D’accord ?",
  recording: "Pour former nos équipes, cet appel peut être enregistré. Dites non, cela ne change rien.",
  sms: "Nous pouvons vous écrire par SMS, sans jamais dire pourquoi. D’accord ?",
  mail: "Nous pouvons vous écrire par courriel, sans jamais dire pourquoi. D’accord ?",
  register_check:
    "Je peux demander à l’organisme si vous avez ce droit, en lui donnant votre identité. Je garde seulement oui ou non. D’accord ?",
  survey: "Nous pourrons vous poser une question pour savoir si cela vous a aidé. D’accord ?",
  panel: "Accepteriez-vous de donner votre avis sur de nouveaux services ? D’accord ?",
  verbatim_observatory: "Vos difficultés, sans votre nom, peuvent aider à alerter. D’accord ?",
};

/** What is read aloud, one purpose at a time, and how each purpose is named on screens. */
export const consentWords = {
  fr: {
    scripts,
    names: {
      keep_file: "Tenir un dossier",
      share_referral: "Transmettre au prestataire",
      share_party: "Partager avec un professionnel",
      recording: "Enregistrer l’appel",
      sms: "SMS de suivi",
      mail: "Courriels de suivi",
      register_check: "Interroger un organisme",
      survey: "Question de satisfaction",
      panel: "Donner son avis",
      verbatim_observatory: "Observatoire (sans le nom)",
    } satisfies Readonly<Record<ConsentPurpose, string>>,
  },
  en: {
    names: {
      keep_file: "Keep a file",
      share_referral: "Hand over to the provider",
      share_party: "Share with a professional",
      recording: "Record the call",
      sms: "Follow-up by text message",
      mail: "Follow-up by mail",
      register_check: "Ask a public body",
      survey: "Satisfaction question",
      panel: "Give an opinion",
      verbatim_observatory: "Observatory (without her name)",
    } satisfies Readonly<Record<ConsentPurpose, string>>,
  },
};
