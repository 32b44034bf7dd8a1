import { anyOf } from "./condition.ts";
import type { Quiz } from "./quiz.ts";
import { holdingOn, holdingOnFinding, ownWords } from "./quiz-common.words.ts";

/** Questionnaire: being alone. */
export const isolationQuiz = {
  id: "isolement",
  theme: "lien",
  title: "La solitude",
  about: "Les liens, les sorties, les envies.",
  questions: [
    {
      id: "parole",
      asks: "Quand avez-vous vraiment parlé avec quelqu’un ?",
      choices: [
        { id: "hier", says: "Aujourd’hui ou hier" },
        { id: "semaine", says: "Cette semaine" },
        { id: "longtemps", says: "Il y a plus d’une semaine" },
      ],
    },
    {
      id: "appeler",
      asks: "En cas de coup dur, qui pouvez-vous appeler ?",
      choices: [
        { id: "plusieurs", says: "Plusieurs personnes" },
        { id: "une", says: "Une personne" },
        { id: "personne", says: "Personne" },
      ],
    },
    {
      id: "sortir",
      asks: "Sortez-vous de chez vous ?",
      choices: [
        { id: "souvent", says: "Souvent" },
        { id: "rarement", says: "Rarement" },
        { id: "plus", says: "Presque plus" },
      ],
    },
    {
      id: "retient",
      asks: "Qu’est-ce qui vous retient ?",
      onlyIf: anyOf(["sortir", ["rarement", "plus"]]),
      choices: [
        { id: "envie", says: "L’envie n’est plus là" },
        { id: "sante", says: "Ma santé" },
        { id: "transport", says: "Je n’ai pas de transport" },
        { id: "argent", says: "L’argent" },
        { id: "peur", says: "J’ai peur dehors" },
      ],
    },
    {
      id: "perte",
      asks: "Avez-vous perdu quelqu’un de proche ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "recent", says: "Oui, récemment" },
        { id: "ancien", says: "Oui, il y a longtemps, et cela pèse" },
      ],
    },
    {
      id: "ecrans",
      asks: "Êtes-vous à l’aise avec un téléphone ou un ordinateur ?",
      choices: [
        { id: "oui", says: "Oui" },
        { id: "peu", says: "Pas vraiment" },
        { id: "pas-equipe", says: "Je n’ai pas ce qu’il faut" },
      ],
    },
    {
      id: "retrouver",
      asks: "Qu’aimeriez-vous retrouver ?",
      choices: [
        { id: "parler", says: "Parler avec quelqu’un" },
        { id: "sortir", says: "Sortir, faire une activité" },
        { id: "utile", says: "Me sentir utile" },
        { id: "rien", says: "Rien de tout cela" },
      ],
    },
    {
      id: "mal",
      asks: "Quelqu’un vous fait-il du mal, ou prend-il votre argent ?",
      choices: [
        { id: "non", says: "Non" },
        { id: "doute", says: "J’ai un doute" },
        { id: "oui", says: "Oui", danger: "violence" },
      ],
    },
    holdingOn,
    ownWords,
  ],
  findings: [
    {
      id: "seul",
      when: anyOf(["parole", ["longtemps"]], ["appeler", ["personne"]], ["retrouver", ["parler"]]),
      shows: "Les journées passent sans beaucoup de voix",
      explains: "Une personne peut vous appeler ou venir chaque semaine. Cela commence par une conversation.",
      needs: ["solitude"],
      sheets: ["solitude"],
    },
    {
      id: "sorties",
      when: anyOf(["sortir", ["rarement", "plus"]], ["retrouver", ["sortir", "utile"]]),
      shows: "Vous aimeriez, ou pourriez, sortir davantage",
      explains: "Une petite sortie toujours le même jour aide à reprendre le fil. On peut la chercher près de chez vous.",
      needs: ["activites"],
      sheets: ["solitude"],
    },
    {
      id: "transport",
      when: anyOf(["retient", ["transport"]]),
      shows: "Le transport vous arrête",
      explains: "Un transport à la demande ou un trajet accompagné existe peut-être chez vous.",
      needs: ["transport"],
      sheets: ["se-deplacer"],
    },
    {
      id: "argent",
      when: anyOf(["retient", ["argent"]]),
      shows: "L’argent vous retient chez vous",
      explains: "Des activités sont gratuites ou à petit prix. Et vos droits sont peut-être à vérifier.",
      needs: ["non_recours"],
      sheets: ["verifier-ses-droits"],
    },
    {
      id: "sante",
      when: anyOf(["retient", ["sante"]]),
      shows: "La santé vous retient chez vous",
      explains: "Des soins ou de l’aide peuvent venir à domicile. On regarde cela avec vous.",
      needs: ["acces_soins", "aide_domicile"],
      sheets: ["se-soigner", "aide-a-la-maison"],
    },
    {
      id: "deuil",
      when: anyOf(["perte", ["recent", "ancien"]]),
      shows: "Une absence pèse",
      explains: "Le chagrin n’a pas de calendrier. Des personnes savent écouter cela, le temps qu’il faut.",
      needs: ["deuil"],
      sheets: ["perdre-un-proche"],
    },
    {
      id: "ecrans",
      when: anyOf(["ecrans", ["peu", "pas-equipe"]]),
      shows: "Les écrans vous tiennent à distance",
      explains: "On peut apprendre à son rythme, ou faire autrement qu’en ligne.",
      needs: ["acces_num"],
      sheets: ["demarche-en-ligne"],
    },
    {
      id: "mal",
      when: anyOf(["mal", ["doute", "oui"]], ["retient", ["peur"]]),
      shows: "Quelque chose ou quelqu’un vous inquiète",
      explains: "Un doute suffit pour en parler. On vous écoute sans rien décider à votre place.",
      needs: ["maltraitance"],
      sheets: ["on-me-fait-du-mal"],
    },
    holdingOnFinding,
  ],
  calm: {
    shows: "Vous avez du monde autour de vous",
    explains: "C’est précieux. Si un jour cela change, vous pourrez revenir ici, ou nous appeler.",
    sheets: ["solitude"],
  },
} as const satisfies Quiz;
