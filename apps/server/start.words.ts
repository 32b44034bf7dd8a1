/** What the administrator reads while the house starts and stops. */
export const startWords = {
  settingsWrong: "Le démarrage s’arrête : un réglage n’est pas compris.",
  postgres: "PostgreSQL intégré",
  ownPostgres: "PostgreSQL réglé par TU_DATABASE_URL",
  migrations: (count: number) => (count === 0 ? "Base de données à jour" : `Base de données : ${count} migrations appliquées`),
  newKey: (file: string) =>
    `Clé maîtresse créée : ${file}. Copiez-la dès maintenant en lieu sûr : sans elle, les données chiffrées sont perdues.`,
  otherKey: (file: string) =>
    `La clé maîtresse de ${file} n’est pas celle qui a chiffré ces données. Remettez la bonne clé : rien n’a été changé.`,
  demonstration: "Démonstration : personnes et prestataires inventés",
  demonstrationStep: (done: number, all: number) => `   ${done} situations sur ${all}`,
  demonstrationKept: "Démonstration déjà chargée, données gardées",
  demonstrationCut: "Le chargement de la démonstration avait été coupé : tout ce qu’il avait écrit est effacé, il recommence.",
  demonstrationMixed:
    "Le chargement de la démonstration avait été coupé, et des données qui n’en viennent pas sont là : rien n’est effacé. Reprenez sur une base vide.",
  demonstrationRefused:
    "Démonstration demandée (TU_DEMO=1), mais la base n’est pas vide : elle n’est pas chargée à côté de vraies données.",
  desk: { kept: "Bureau déjà construit", built: "Bureau construit", failed: "Le bureau n’a pas pu être construit : le reste fonctionne." },
  trainedModel: (version: string) => `Moteur des mots : modèle appris des corrections, version ${version}`,
  modelLeftAside: {
    "other-taxonomy":
      "Moteur des mots : le modèle appris des corrections parle d’une autre taxonomie, celui de la maison sert. Relancez : npm run -s tu -- words train --corrections",
    "other-traits":
      "Moteur des mots : le modèle appris des corrections lit les textes d’une autre façon que cette version, celui de la maison sert. Relancez : npm run -s tu -- words train --corrections",
    unreadable: "Moteur des mots : le modèle appris des corrections ne peut pas être lu, celui de la maison sert.",
  },
  jobs: "Travaux en arrière-plan",
  ready: (address: string) => `Prêt : ${address}`,
  addresses: "Adresses",
  places: {
    services: "Les services",
    portal: "Un service",
    desk: "Le bureau des conseillers",
    directory: "L’annuaire",
    observatory: "L’observatoire",
    administration: "L’administration",
    health: "L’état de la maison",
  },
  accounts: "Comptes de démonstration (mots de passe donnés cette seule fois)",
  accountsAgain:
    "Comptes de démonstration : les mots de passe ont été donnés au premier démarrage. Pour en recevoir de nouveaux : npm run -s tu -- demo passwords",
  stop: "Ctrl-C pour arrêter.",
  stopping: "Arrêt…",
  dataFolder: (folder: string) => `Nous ne pouvons pas écrire dans ${folder}. Choisissez un autre dossier avec TU_DATA_DIR.`,
  databaseUnreachable: (reason: string) =>
    `La base de données de TU_DATABASE_URL ne répond pas (${reason}). Vérifiez l’adresse et que PostgreSQL est démarré.`,
  alreadyStarted: (folder: string) =>
    `Une autre maison utilise déjà ${folder}. Arrêtez-la, ou choisissez un autre dossier avec TU_DATA_DIR.`,
  portTaken: (port: number) => `Le port ${port} est déjà pris. Choisissez-en un autre avec TU_PORT.`,
  databaseDied: (log: string) => `PostgreSQL s’est arrêté de lui-même : ${log}`,
  failed: "Le démarrage a échoué :",
};
