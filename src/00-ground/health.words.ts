/** What whoever watches the server reads when it is not well. */
export const healthWords = {
  database: "La base de données ne répond pas.",
  tooLong: "La base de données met plus de 3 secondes à répondre.",
  migrations: (names: readonly string[]) =>
    `La base n’a pas reçu ${names.length === 1 ? "la migration" : "les migrations"} ${names.join(", ")}.`,
  jobs: (minutes: number) => `Les travaux en arrière-plan ne tournent plus depuis ${minutes} minutes.`,
};
