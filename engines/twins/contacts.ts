/** The last nine digits of a French telephone, however it is written; nothing when it is not one. */
export const phoneFrom = (written: string): string | undefined => {
  const digits = written.replace(/\(0\)/g, "").replace(/\D/g, "");
  const national = digits.length > 9 ? digits.slice(-9) : digits;
  return national.length === 9 && !/^(\d)\1*$/.test(national) ? national : undefined;
};

export const mailFrom = (written: string): string | undefined => {
  const mail = written
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, "");
  return /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(mail) ? mail : undefined;
};

/** Domains where anyone has a letter box, and those of the large networks: sharing one tells nothing. */
const shared: ReadonlySet<string> = new Set(
  (
    "gmail.com orange.fr wanadoo.fr free.fr sfr.fr hotmail.com hotmail.fr outlook.com outlook.fr yahoo.fr yahoo.com laposte.net live.fr neuf.fr bbox.fr aol.com icloud.com " +
    "france-services.gouv.fr laposte.fr pimms.org pimmsmediation.fr msa.fr pole-emploi.fr francetravail.fr caf.fr cnafmail.fr justice.fr"
  ).split(" "),
);

/** What stands after the « @ », when it belongs to one house. */
export const houseOf = (mail: string): string | undefined => {
  const domain = mail.slice(mail.indexOf("@") + 1);
  return shared.has(domain) || /(?:^|\.)gouv\.fr$/.test(domain) ? undefined : domain;
};
