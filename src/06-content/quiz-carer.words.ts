import { anyOf } from "./condition.ts";
import type { Quiz } from "./quiz.ts";
import { holdingOn, holdingOnFinding, ownWords } from "./quiz-common.words.ts";

/** Questionnaire: who helps somebody close, every day, and is worn out. */
export const carerQuiz = {
  id: "aidant",
  theme: "autonomie",
  title: "J’aide un proche",
  about: "La fatigue, le relais, votre santé, votre travail.",
  questions: [
    {
      id: "qui",
      asks: "Qui aidez-vous ?",
      choices: [
        { id: "parent", says: "Un parent âgé" },
        { id: "conjoint", says: "Mon conjoint ou ma conjointe" },
        { id: "enfant", says: "Mon enfant" },
        { id: "autre", says: "Une autre personne" },
      ],
    },
    {
      id: "temps",
      asks: "Combien de temps l’aidez-vous ?",
      choices: [
        { id: "semaine", says: "Quelques heures par semaine" },
        { id: "jour", says: "Un moment chaque jour" },
        { id: "toujours", says: "Presque tout le temps" },
      ],
    },
    {
      id: "nuits",
      asks: "Vos nuits sont-elles coupées ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "parfois", says: "Parfois" },
        { id: "souvent", says: "Souvent" },
      ],
    },
    {
      id: "repos",
      asks: "Quand avez-vous eu une journée pour vous ?",
      choices: [
        { id: "recent", says: "Ce mois-ci" },
        { id: "longtemps", says: "Il y a longtemps" },
        { id: "jamais", says: "Jamais depuis que j’aide" },
      ],
    },
    {
      id: "relais",
      asks: "Quelqu’un peut-il prendre le relais ?",
      choices: [
        { id: "oui", says: "Oui, facilement" },
        { id: "parfois", says: "Oui, mais rarement" },
        { id: "non", says: "Non, personne" },
      ],
    },
    {
      id: "sante",
      asks: "Avez-vous repoussé vos propres soins ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "oui", says: "Oui" },
      ],
    },
    {
      id: "travail",
      asks: "Et votre travail ?",
      choices: [
        { id: "sans", says: "Je ne travaille pas" },
        { id: "va", says: "J’arrive à tout tenir" },
        { id: "difficile", says: "J’ai du mal à tout tenir" },
        { id: "reduit", says: "J’ai réduit ou arrêté de travailler" },
      ],
    },
    {
      id: "argent",
      asks: "Cette aide pèse-t-elle sur votre budget ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "peu", says: "Un peu" },
        { id: "beaucoup", says: "Beaucoup" },
      ],
    },
    {
      id: "patience",
      asks: "Quand la fatigue monte, que se passe-t-il ?",
      hint: "La réponse reste entre vous et cette page.",
      choices: [
        { id: "calme", says: "Je garde mon calme" },
        { id: "cris", says: "Il m’arrive de crier" },
        { id: "gestes", says: "J’ai peur de faire du mal", danger: "danger_vulnerable" },
      ],
    },
    holdingOn,
    ownWords,
  ],
  findings: [
    {
      id: "repos",
      when: anyOf(["repos", ["longtemps", "jamais"]], ["nuits", ["souvent"]], ["temps", ["toujours"]]),
      shows: "Vous manquez de repos",
      explains: "Vous aidez beaucoup, et vous dormez ou soufflez peu. Un répit de quelques heures se demande.",
      needs: ["aidant"],
      sheets: ["aider-un-proche"],
    },
    {
      id: "relais",
      when: anyOf(["relais", ["parfois", "non"]]),
      shows: "Peu de monde prend le relais",
      explains: "Une aide à domicile peut prendre une partie des gestes. Cela se prépare avec vous.",
      needs: ["aide_domicile", "aidant"],
      sheets: ["aide-a-la-maison", "aider-un-proche"],
    },
    {
      id: "enfant",
      when: anyOf(["qui", ["enfant"]]),
      shows: "Vous aidez votre enfant",
      explains: "Des droits existent pour l’école, le temps passé et les frais. Ils se demandent ensemble.",
      needs: ["enfant_handi"],
      sheets: ["handicap"],
    },
    {
      id: "sante",
      when: anyOf(["sante", ["oui"]]),
      shows: "Votre santé passe après",
      explains: "Si vous tombez malade, tout s’arrête. Un rendez-vous pour vous compte autant que les siens.",
      needs: ["acces_soins"],
      sheets: ["se-soigner"],
    },
    {
      id: "travail",
      when: anyOf(["travail", ["difficile", "reduit"]]),
      shows: "Votre travail en souffre",
      explains: "Un congé ou un temps aménagé se demande quand on aide un proche.",
      needs: ["conditions_travail"],
      sheets: ["perdre-son-emploi", "aider-un-proche"],
    },
    {
      id: "argent",
      when: anyOf(["argent", ["peu", "beaucoup"]]),
      shows: "Aider vous coûte",
      explains: "Une partie des frais peut être prise en charge. Nous pouvons vérifier avec vous.",
      needs: ["non_recours"],
      sheets: ["verifier-ses-droits"],
    },
    {
      id: "patience",
      when: anyOf(["patience", ["cris", "gestes"]]),
      shows: "La fatigue déborde parfois",
      explains: "Le dire est courageux, et protège tout le monde. Un relais rapide peut se chercher.",
      needs: ["aidant", "mal_etre"],
      sheets: ["aider-un-proche", "quand-tout-pese"],
    },
    holdingOnFinding,
  ],
  calm: {
    shows: "Vous tenez un équilibre",
    explains: "Gardez vos moments à vous : c’est ce qui permet de durer. Et si cela change, vous pouvez nous en parler.",
    sheets: ["aider-un-proche"],
  },
} as const satisfies Quiz;
