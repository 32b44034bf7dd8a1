/** What stands on the printed card, and around it. Nothing of why it is held. */
export const cardPaperWords = {
  fr: {
    title: (name: string) => `${name} à imprimer`,
    until: (day: string) => `Valable jusqu’au ${day}`,
    number: "Numéro",
    service: (name: string, phone: string) => `${name} · ${phone}`,
    cut: "Découpez le long du trait. Le format est celui d’une carte bancaire.",
    lost: (phone: string) => `Perdue, volée, abîmée ? Appelez le ${phone} : un nouveau numéro remplace celui-ci.`,
    renew: (day: string) => `À renouveler dès le ${day}. Un appel suffit.`,
    printed: (who: string, day: string) => `Imprimée par ${who}, le ${day}.`,
    demonstration: "DÉMONSTRATION · sans valeur",
  },
};
