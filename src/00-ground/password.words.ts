/** What someone reads when a new password cannot be taken. */
export const passwordWords = {
  tooShort: "Choisissez un mot de passe de 14 caractères ou plus, par exemple quatre mots sans rapport.",
  tooLong: "Choisissez un mot de passe de 200 caractères ou moins.",
  repeat: "Ce mot de passe répète toujours la même chose. Choisissez par exemple quatre mots sans rapport.",
  known: "Ce mot de passe est trop facile à deviner. Choisissez par exemple quatre mots sans rapport.",
};
