/** Copie sur ce poste : what somebody wrote and the server has not acknowledged yet. */
export interface LocalCopy<Content> {
  keep(content: Content): Promise<void>;
  read(): Promise<Content | undefined>;
  drop(): Promise<void>;
}

const prefix = "tu:copy:";
const nonceBytes = 12;

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/**
 * A place of localStorage for one piece of writing, sealed (AES-256-GCM) with a key that only the server gives, and only to whom it
 * belongs: after a crash or a session that ended, signing in again opens it; the computer alone cannot. Writes follow one another, so
 * that a copy dropped is not written again by a slower one.
 * @param name what is kept and of what: "notes 019a…"
 * @param draftKey 32 bytes in base64, from the server
 */
export const localCopy = <Content>(name: string, draftKey: string): LocalCopy<Content> => {
  const place = `${prefix}${name}`;
  const key = isSealable() ? crypto.subtle.importKey("raw", fromBase64(draftKey), "AES-GCM", false, ["encrypt", "decrypt"]) : undefined;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(deed: () => Promise<Result>): Promise<Result> => {
    const done = last.then(deed);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    keep: (content) =>
      inTurn(async () => {
        if (!key) return;
        const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
        const sealed = await crypto.subtle.encrypt(
          { name: "AES-GCM", iv: nonce },
          await key,
          new TextEncoder().encode(JSON.stringify(content)),
        );
        try {
          localStorage.setItem(place, `${base64(nonce)}.${bytesInText(new Uint8Array(sealed))}`);
        } catch {
          // The browser refuses to keep anything: the text stays in the page, and the next save goes on as usual.
        }
      }),
    read: () =>
      inTurn(async () => {
        const [nonce, sealed] = localStorage.getItem(place)?.split(".") ?? [];
        if (!key || nonce === undefined || sealed === undefined) return undefined;
        try {
          const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64(nonce) }, await key, fromBase64(sealed));
          return JSON.parse(new TextDecoder().decode(plain)) as Content;
        } catch {
          // Sealed for somebody else on the same computer: it is not ours to read, nor to destroy.
          return undefined;
        }
      }),
    drop: () =>
      inTurn(() => {
        localStorage.removeItem(place);
        return Promise.resolve();
      }),
  };
};

/** Browsers seal only on a secure address (https, or this very computer). Elsewhere nothing is kept: in clear it would be worse. */
const isSealable = (): boolean => window.isSecureContext;

/** A long text at once would exceed what a call may carry. */
const bytesInText = (bytes: Uint8Array): string => {
  let signs = "";
  for (let at = 0; at < bytes.length; at += 8192) signs += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(signs);
};

/** Removes all that this computer keeps: on signing out. */
export const forgetLocalCopies = (): void => {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
};
