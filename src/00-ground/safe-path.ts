/**
 * Where to go after signing in: an address of ours, or the usual place. An address of another site, however it is disguised
 * ("//autre.example", "/\autre.example", a tab between two slashes), is read here as a browser reads it, then refused.
 */
export const safePath = (asked: string | undefined, usual: string): string => {
  const here = "http://ici.invalid";
  if (asked === undefined || !asked.startsWith("/") || asked.length > 500 || !URL.canParse(asked, here)) return usual;
  const read = new URL(asked, here);
  const path = `${read.pathname}${read.search}${read.hash}`;
  // A path such as "/x/..//autre.example" becomes "//autre.example" once it is read.
  return read.origin === here && !path.startsWith("//") ? path : usual;
};
