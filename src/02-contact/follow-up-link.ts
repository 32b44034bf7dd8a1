/** Durée d'un lien de suivi. */
export const linkDays = 30;

/** Adresse d'un suivi, as it stands in a message: short, and without the name of the service. */
export const followUpAddress = (baseUrl: string, token: string): string => `${baseUrl}/suivi/${token}`;
