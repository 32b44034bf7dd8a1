/** As long as one part of an address may be: the longest of ours, the token of a link, has 20 signs. */
export const longestPart = 120;

/**
 * An address that a router cannot read, such as « /suivi/abc% » or a link pasted twice, becomes one of the same service where nothing is:
 * the person then reads our page, in French, rather than the machine's complaint.
 */
export const readableAddress = (address: string): string => {
  const [path = ""] = address.split("?", 1);
  if (path.split("/").every(isReadable)) return address;
  const [kept = "/"] = /^(\/s\/[a-z0-9-]{1,60})?\/(api\/)?/.exec(path) ?? [];
  return `${kept}-`;
};

const isReadable = (part: string): boolean => {
  if (part.length > longestPart) return false;
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
};
