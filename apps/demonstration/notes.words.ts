/** Words that counsellors might write. Invented, like the people. */
export const noteOpenings = [
  "Appelle pour la première fois.",
  "Rappelle après un premier échange.",
  "Parle vite, puis se pose.",
  "Longs silences, je laisse le temps.",
  "Remercie qu’on l’écoute sans couper.",
  "Gêne au début de l’échange.",
  "A noté ses questions sur une feuille.",
  "Quelqu’un parle derrière, on s’est rappelés plus tard.",
] as const;

export const noteMiddles = [
  "Ne connaît pas ses droits, on les passe en revue ensemble.",
  "A déjà fait plusieurs démarches, sans réponse.",
  "Peu de famille à proximité, un fils à deux heures de route.",
  "Les revenus ont baissé depuis l’automne.",
  "Préfère le téléphone au courrier.",
  "N’a pas internet à la maison.",
  "Craint de déranger, il a fallu insister un peu.",
  "Peut compter sur une voisine.",
  "Voudrait que les enfants n’en sachent rien.",
  "Sait bien ce qui lui manque, a surtout besoin d’un appui.",
] as const;

export const noteEndings = [
  "D’accord pour qu’on transmette.",
  "On refait le point la semaine prochaine.",
  "Attend un rappel, plutôt le matin.",
  "Repart avec deux numéros.",
  "Dit son soulagement en raccrochant.",
  "Je vérifie un point avant de rappeler.",
] as const;

export const nextActions = [
  "Rappeler pour faire le point",
  "Vérifier que le prestataire a appelé",
  "Rappeler après le rendez-vous",
  "Relire le courrier ensemble",
  "Demander des nouvelles du dossier",
  "Proposer un rendez-vous près du domicile",
  "Expliquer les droits repérés",
  "Reprendre le tour de la situation",
] as const;

export const availabilities = [
  "le matin",
  "après 17 h",
  "plutôt l’après-midi",
  "le midi",
  "tous les jours sauf mercredi",
  "avant 10 h",
] as const;

export const refusalTexts = ["Secteur déjà complet cette quinzaine", "Nous n’avons personne le soir", "Une tournée est suspendue"] as const;

export const notDeliveredReasons = [
  "Le délai proposé était trop long.",
  "La personne a trouvé une autre solution.",
  "Le reste à charge était trop élevé.",
  "Il manquait un papier.",
] as const;

export const disputeReasons = [
  "Personne n’est venu.",
  "J’ai eu un appel, puis plus rien.",
  "Ce n’était pas ce qui était convenu.",
] as const;
