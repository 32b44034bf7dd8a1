/** What the administrator reads when giving or taking back an access. */
export const staffWords = {
  errors: {
    name: "Indiquez un nom de 2 à 80 caractères.",
    mail: "Indiquez une adresse mail, par exemple ines@mutuelle.example.",
    mailTaken: "Cette adresse est déjà celle d’un autre compte.",
    grants: "Un des rôles cochés n’existe pas. Rechargez la page.",
    self: "Vous ne pouvez pas vous retirer vous-même cet accès. Demandez à une autre personne qui administre.",
  },
};
