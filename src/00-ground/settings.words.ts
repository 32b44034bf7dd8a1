/** What the administrator reads when a setting is wrong. */
export const settingsWords = {
  port: "indiquez un numéro de port entre 1 et 65535, par exemple 8080.",
  dataDir: "indiquez un dossier, par exemple /var/lib/trait-dunion.",
  databaseUrl: "indiquez une adresse PostgreSQL, par exemple postgres://utilisateur@127.0.0.1:5432/trait_dunion.",
  baseUrl: "indiquez l’adresse publique sans chemin, par exemple https://ecoute.example.",
  smtpUrl: "indiquez une adresse smtp:// ou smtps://, par exemple smtps://utilisateur:motdepasse@mail.example.",
  smsUrl: "indiquez l’adresse http:// ou https:// de votre fournisseur de SMS.",
  wordsUrl:
    "indiquez l’adresse https:// d’un modèle de langue, par exemple https://modele.example/v1 ; http:// seulement sur cet ordinateur.",
  wordsKey: "indiquez la clé du modèle, sans espace ni accent.",
  wordsModel: "indiquez le nom du modèle à interroger, par exemple mistral-small ; TU_WORDS_URL ne va pas sans lui.",
  registersUrl:
    "indiquez l’adresse https:// d’API Particulier, par exemple https://particulier.api.gouv.fr ; http:// seulement sur cet ordinateur.",
  registersToken: "indiquez le jeton que l’État vous a remis, sans espace ; TU_API_PARTICULIER_URL ne va pas sans lui.",
  registersSiret: "indiquez les 14 chiffres du SIRET de l’organisme habilité ; TU_API_PARTICULIER_URL ne va pas sans lui.",
  demo: "indiquez 1 pour charger la démonstration, 0 pour ne jamais la charger.",
  log: "indiquez fatal, error, warn, info, debug ou silent.",
};
