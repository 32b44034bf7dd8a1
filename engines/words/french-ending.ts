/** Endings of ordinary words: a misspelt word is no name for all that. */
export const looksFrench = (plain: string): boolean =>
  /(ement|ements|tion|tions|sion|sions|ite|ites|eur|eurs|euse|euses|eux|ique|iques|able|ables|ible|ibles|isme|iste|istes|ance|ances|ence|ences|age|ages|aire|aires|oire|ant|ante|ants|antes|er|ee|ees|ez|ait|ais|aient|ir|if|ive|ives|el|elle|elles|al|ale|aux|ie|ies|ure|ures|esse|ise|ises|ment)$/.test(
    plain,
  );
