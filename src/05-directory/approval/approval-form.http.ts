import { createHash } from "node:crypto";
import path from "node:path";
import type { FastifyRequest } from "fastify";
import type { FieldError } from "#ground/screens";
import { ApprovalFormContract, type ApprovalForm } from "./approval.contract.ts";
import type { ApprovalTyped } from "./ApprovalForm.screen.tsx";
import type { ApprovalProof } from "./approval.ts";
import { approvalWords } from "./approval.words.ts";

const wrong = approvalWords.fr.form.wrong;
const largestProof = 10 * 1024 * 1024;

export interface ApprovalSent {
  readonly typed: ApprovalTyped;
  readonly file: ApprovalProof["file"];
  readonly isFileTooLarge: boolean;
}

/** What the form sent. The file is read as it comes, for its fingerprint: it is written nowhere. */
export const approvalSent = async (request: FastifyRequest): Promise<ApprovalSent> => {
  if (!request.isMultipart()) return { typed: textsOf(request.body), file: undefined, isFileTooLarge: false };
  const typed: Record<string, string> = {};
  let file: ApprovalProof["file"];
  let isFileTooLarge = false;
  for await (const part of request.parts({ limits: { files: 1, fields: 15, fieldSize: 4000 } })) {
    if (part.type === "field") {
      if (typeof part.value === "string") typed[part.fieldname] = part.value;
      continue;
    }
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= largestProof) hash.update(chunk);
    }
    isFileTooLarge = bytes > largestProof;
    if (bytes > 0 && !isFileTooLarge) file = { name: nameOf(part.filename), hash: hash.digest("hex") };
  }
  return { typed, file, isFileTooLarge };
};

const nameOf = (given: string): string =>
  path
    .basename(given)
    .replace(/[^\p{L}\p{N}._ -]+/gu, "_")
    .slice(0, 200) || "fichier";

const textsOf = (body: unknown): Record<string, string> =>
  typeof body !== "object" || body === null
    ? {}
    : Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

export type ApprovalRead =
  { readonly kind: "read"; readonly form: ApprovalForm } | { readonly kind: "wrong"; readonly errors: readonly FieldError[] };

/** What is to be put right, one sentence a field. */
export const readApproval = ({ typed, isFileTooLarge }: ApprovalSent): ApprovalRead => {
  const read = ApprovalFormContract.safeParse(typed);
  const errors = [
    ...(read.success ? [] : read.error.issues.map((issue) => ({ field: String(issue.path[0] ?? "sorte"), message: issue.message }))),
    ...(isFileTooLarge ? [{ field: "fichier", message: wrong.file }] : []),
  ];
  return read.success && errors.length === 0 ? { kind: "read", form: read.data } : { kind: "wrong", errors };
};
