/** Who answers at each number, in plain words. The list of numbers is the one of the foot of every page. */
export const numberWords: Readonly<Record<string, string>> = {
  "15": "Un malaise, une blessure grave, quelqu’un qui respire mal ou ne répond plus. Un médecin vous dit quoi faire et envoie des secours.",
  "17": "Quelqu’un vous menace, vous frappe, entre chez vous. La police ou la gendarmerie vient.",
  "18": "Un feu, un accident, une fuite de gaz, quelqu’un à secourir. Les pompiers viennent.",
  "112": "Toutes les urgences, depuis n’importe quel téléphone et partout en Europe.",
  "114": "Envoyez un SMS si vous n’entendez pas, ou si vous ne pouvez pas parler sans danger. On vous répond par écrit.",
  "115": "Vous n’avez pas d’endroit où dormir cette nuit, ou vous voyez quelqu’un dehors. On cherche une place.",
  "119": "Un enfant est frappé, négligé ou a peur, ou vous êtes cet enfant. L’appel n’apparaît pas sur les factures.",
  "3114": "Vous pensez à mourir, ou vous craignez pour quelqu’un. Des soignants vous écoutent, jour et nuit.",
  "3919":
    "Votre conjoint ou un proche vous fait du mal. On vous écoute et on vous oriente, jour et nuit. Si le danger est là, appelez le 17.",
  "3977": "Une personne âgée ou handicapée est maltraitée, ou manque de soins. On vous écoute et on alerte avec vous.",
};

/** What a visitor reads on the pages of safety, accessibility and privacy. */
export const adviceWords = {
  fr: {
    urgency: {
      title: "En danger ? Les numéros à appeler",
      lead: "Ces appels sont gratuits. Vous hésitez ? Appelez.",
      textTo: (number: string) => `SMS au ${number}`,
      call: (number: string) => `Appeler le ${number}`,
      whenNot: "Si vous ne pouvez pas parler",
      whenNotText: "Envoyez un SMS au 114 : où vous êtes, et ce qui se passe. Mettez votre téléphone en silencieux avant.",
    },
    calls: {
      title: "Vous n’avez pas à porter cela sans aide",
      lead: "Ces appels sont gratuits. Nous n’appelons personne sans vous le demander.",
      others: "Les autres numéros",
      all: "Les numéros à appeler tout de suite",
    },
    leave: {
      title: "Partir vite de cette page",
      lead: "Le bouton « Quitter vite », en haut de chaque page, ouvre tout de suite une page de météo.",
      traces: "Ce qu’il n’efface pas",
      points: [
        "Les pages vues restent dans l’historique du navigateur. Effacez seulement celles-ci : tout effacer se remarque.",
        "Le bouton « page précédente » peut ramener ici. Fermez l’onglet dès que vous pouvez.",
        "Un appel reste dans le journal du téléphone. Effacez la ligne après l’appel.",
        "Si quelqu’un connaît votre code ou surveille votre téléphone, utilisez celui d’une personne de confiance.",
      ],
      before: "La prochaine fois",
      beforePoints: [
        "Ouvrez une fenêtre de navigation privée avant de venir.",
        "Quand vous demandez un rappel, dites-nous si un message peut être laissé. Par défaut, nous n’en laissons pas.",
      ],
    },
    accessibility: {
      title: "Accessibilité",
      state:
        "Ces pages n’ont pas encore été contrôlées par un organisme extérieur. Nous ne pouvons donc pas dire qu’elles sont conformes au RGAA.",
      doneTitle: "Ce qui est vérifié à chaque version",
      done: [
        "Tout fonctionne sans JavaScript et au clavier.",
        "Les contrastes des textes et des boutons sont mesurés.",
        "Un outil automatique ne trouve pas d’erreur sur les pages contrôlées, à 360 et 1 440 points de large. Un tel outil ne voit qu’une partie des difficultés.",
      ],
      missingTitle: "Ce qui manque encore",
      missing: [
        "Un contrôle complet, critère par critère.",
        "Des essais avec des personnes qui utilisent un lecteur d’écran, une plage braille ou une commande vocale.",
        "Une version facile à lire, relue par des personnes concernées.",
      ],
      helpTitle: "Une page vous bloque ?",
      help: (phone: string) => `Appelez le ${phone} : nous ferons la démarche avec vous, et nous corrigerons la page.`,
      helpNoService:
        "Appelez votre service d’écoute : son numéro est sur sa page. Il fera la démarche avec vous, et la page sera corrigée.",
      defender: "Sans réponse de notre part, vous pouvez écrire à la Défenseure ou au Défenseur des droits.",
    },
    privacy: {
      title: "Vos données",
      lead: "Ce que vous dites reste entre vous et les personnes qui vous aident.",
      points: [
        "Les personnes qui vous écoutent sont tenues au secret professionnel.",
        "Rien n’est transmis à un autre service sans votre accord. Si vous dites non, rien ne change pour vous.",
        "Votre organisme ne reçoit jamais votre nom : seulement des nombres, jamais moins de 11 personnes à la fois.",
        "Vous pouvez nous parler sans donner votre nom.",
      ],
      keepTitle: "Combien de temps",
      keep: (months: number) => `Votre dossier est effacé ${months} mois après notre dernier échange. Nous vous prévenons 30 jours avant.`,
      keepNoService: "Votre dossier est effacé après un délai que votre service vous dit sur cette même page.",
      rightsTitle: "Vos droits",
      rights:
        "À tout moment, vous pouvez lire votre dossier, le corriger, en recevoir une copie, le faire effacer, et savoir qui l’a ouvert. Demandez-le par téléphone, à la personne qui vous écoute.",
      authority: "Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL (cnil.fr).",
      pagesTitle: "Sur ces pages",
      pages: "Aucun traceur, aucune publicité, aucune mesure d’audience. Un cookie sert seulement aux équipes, quand elles se connectent.",
    },
  },
};
