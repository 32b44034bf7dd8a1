import nodemailer from "nodemailer";
import type { Message } from "./message.store.ts";

/** What came of handing a message over. A reason never holds the address nor the text. */
export type Delivery =
  | { readonly kind: "sent" }
  /** It will never be taken: trying again is useless. */
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string };

type Transport = (message: Pick<Message, "id" | "to" | "subject" | "body"> & { readonly senderName: string }) => Promise<Delivery>;

/** Moyens d'envoi : the ways to send that the administrator has set. */
export interface Transports {
  readonly sms?: Transport;
  readonly mail?: Transport;
}

const limitMilliseconds = 10_000;

/** The ways to send, from the settings. What is not set is absent, and its messages stay kept. */
export const makeTransports = (settings: {
  readonly smtpUrl: string | undefined;
  readonly smsUrl: string | undefined;
  readonly baseUrl: () => string;
}): Transports => ({
  ...(settings.smtpUrl === undefined ? {} : { mail: mailTransport(settings.smtpUrl, settings.baseUrl) }),
  ...(settings.smsUrl === undefined ? {} : { sms: smsTransport(settings.smsUrl) }),
});

/** Asks a supplier of SMS: POST {to, text}. The same message carries the same key, so that a repetition is not a second SMS. */
const smsTransport =
  (url: string): Transport =>
  async (message) => {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": message.id },
        body: JSON.stringify({ to: message.to, text: message.body }),
        signal: AbortSignal.timeout(limitMilliseconds),
        redirect: "error",
      });
      await answer.body?.cancel();
      if (answer.ok) return { kind: "sent" };
      const mayPass = answer.status >= 500 || answer.status === 408 || answer.status === 429;
      return { kind: mayPass ? "unavailable" : "refused", reason: `HTTP ${answer.status}` };
    } catch (failure) {
      return { kind: "unavailable", reason: failure instanceof Error && failure.name === "TimeoutError" ? "timeout" : "unreachable" };
    }
  };

const mailTransport = (url: string, baseUrl: () => string): Transport => {
  const account = decodeURIComponent(new URL(url).username);
  const sender = nodemailer.createTransport({
    url,
    connectionTimeout: limitMilliseconds,
    greetingTimeout: limitMilliseconds,
    socketTimeout: limitMilliseconds,
  });
  return async (message) => {
    const host = new URL(baseUrl()).hostname;
    try {
      await sender.sendMail({
        from: { name: message.senderName, address: account.includes("@") ? account : `ne-pas-repondre@${host}` },
        to: message.to,
        subject: message.subject ?? message.senderName,
        text: message.body,
        messageId: `<${message.id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: "sent" };
    } catch (failure) {
      return refusalOf(failure);
    }
  };
};

/** Of an SMTP failure, keeps its code alone: the sentence often repeats the address. A 5xx code is final (RFC 5321 §4.2.1). */
const refusalOf = (failure: unknown): Delivery => {
  const { responseCode, code } =
    typeof failure === "object" && failure !== null ? (failure as { responseCode?: unknown; code?: unknown }) : {};
  if (typeof responseCode === "number") return { kind: responseCode >= 500 ? "refused" : "unavailable", reason: `SMTP ${responseCode}` };
  return code === "EENVELOPE"
    ? { kind: "refused", reason: "address refused" }
    : { kind: "unavailable", reason: code === "ETIMEDOUT" ? "timeout" : "unreachable" };
};
