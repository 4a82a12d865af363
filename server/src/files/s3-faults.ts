import type { S3Settings } from "../config.ts";
import { StorageFault } from "../storage/storage.ts";

type Place = Pick<S3Settings, "endpoint" | "bucket" | "region">;

/** What a store answered that did not do what it was asked, as a sentence for whoever runs the installation. */
export function explainS3Answer(
  { status, code }: { readonly status: number; readonly code: string },
  place: Place,
): StorageFault {
  const sentence = WRONG_SETTINGS[code] ?? WRONG_SETTINGS[String(status)];
  if (sentence !== undefined) return new StorageFault("unfit", sentence(place));
  const words = code === "" ? String(status) : `${status} ${code.slice(0, 60)}`;
  return new StorageFault("unreachable", `The store of files at ${place.endpoint} cannot serve just now: ${words}.`);
}

const wrongRegion = ({ endpoint, bucket, region }: Place) =>
  `The bucket ${bucket} at ${endpoint} is not in the region ${region}. Mend PODIUM_S3_REGION or PODIUM_S3_ENDPOINT.`;

const notAllowed = ({ endpoint, bucket }: Place) =>
  `The store of files at ${endpoint} does not let this key read, write, list and delete in the bucket ${bucket}. ` +
  "Give PODIUM_S3_KEY these rights, or mend PODIUM_S3_SECRET.";

const noBucket = ({ endpoint, bucket }: Place) =>
  `There is no bucket ${bucket} at ${endpoint}. Make it there, or mend PODIUM_S3_BUCKET or PODIUM_S3_PATH_STYLE.`;

/** What only a changed setting mends, by the store's own code, else by its status. */
const WRONG_SETTINGS: Readonly<Record<string, (place: Place) => string>> = {
  InvalidAccessKeyId: ({ endpoint }) => `The store of files at ${endpoint} knows no such key. Mend PODIUM_S3_KEY.`,
  SignatureDoesNotMatch: ({ endpoint }) =>
    `The store of files at ${endpoint} says that the secret is not that of the key. Mend PODIUM_S3_SECRET.`,
  RequestTimeTooSkewed: ({ endpoint }) =>
    `The clock of this machine and that of the store of files at ${endpoint} are too far apart. Set the clock.`,
  NoSuchBucket: noBucket,
  InvalidBucketName: noBucket,
  PermanentRedirect: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
  AccessDenied: notAllowed,
  301: wrongRegion,
  307: wrongRegion,
  401: notAllowed,
  403: notAllowed,
  404: noBucket,
};

/** What came in place of an answer. */
export function explainS3Silence(fault: unknown, { endpoint }: Place): StorageFault {
  const why = REASONS[codeOf(fault)] ?? "the connection broke off";
  return new StorageFault("unreachable", `The store of files at ${endpoint} cannot be reached: ${why}.`, {
    cause: fault,
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "this machine knows no such host",
  EAI_AGAIN: "this machine cannot ask for the number of its host",
  ECONNREFUSED: "nobody answers there",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  TimeoutError: "it does not answer in time",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer in time",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by nobody known",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody known",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is that of another host",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak https",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "it does not speak https",
};

/** `fetch` hides the reason behind one or two errors of its own. */
function codeOf(fault: unknown): string {
  for (let each = fault; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return each.code;
    if (each instanceof AggregateError) each.cause ??= each.errors[0];
    if (each.name === "TimeoutError") return each.name;
  }
  return "";
}
