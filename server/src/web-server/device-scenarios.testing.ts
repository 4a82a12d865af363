import type { Scenario } from "./scenario.testing.ts";

const KEYS = {
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
};
const DEVICE = { endpoint: "https://push.example.org/send/abc", keys: KEYS };
const ADD = { method: "POST", path: "/account/devices" } as const;
const REMOVE = { method: "POST", path: "/account/devices/removal" } as const;

/** The devices on which a member is shown what they are told. */
export const deviceScenarios: readonly Scenario[] = [
  { name: "device: not of a guest", ...ADD, json: DEVICE, expects: { status: 401 } },
  {
    name: "device: only a service on the web is sent to",
    ...ADD,
    as: "editor",
    json: { ...DEVICE, endpoint: "https://127.0.0.1/send" },
    expects: { status: 422, contains: ["address-forbidden"] },
  },
  {
    name: "device: nothing is sent in the clear",
    ...ADD,
    as: "editor",
    json: { ...DEVICE, endpoint: "http://push.example.org/send" },
    expects: { status: 400 },
  },
  {
    name: "device: a key that is no point of the curve",
    ...ADD,
    as: "editor",
    json: { ...DEVICE, keys: { ...KEYS, p256dh: `B${"A".repeat(86)}` } },
    expects: { status: 400 },
  },
  { name: "device: of a member", ...ADD, as: "editor", json: DEVICE, expects: { status: 201, contains: ['"device"'] } },
  {
    name: "account: it says by which service, and not at which address",
    path: "/account",
    as: "editor",
    expects: {
      status: 200,
      contains: ["push.example.org", "data-push="],
      absent: ["send/abc"],
      remembers: { device: /name="device" value="([\w-]+)"/ },
    },
  },
  { name: "device: not removed by a guest", ...REMOVE, json: { device: "{device}" }, expects: { status: 401 } },
  {
    name: "device: removed by its name or its address alone",
    ...REMOVE,
    as: "editor",
    json: { id: 1 },
    expects: { status: 400 },
  },
  {
    name: "device: nobody removes that of somebody else",
    ...REMOVE,
    as: "referee",
    form: { device: "{device}" },
    expects: { status: 303 },
  },
  {
    name: "account: it is still there",
    path: "/account",
    as: "editor",
    expects: { status: 200, contains: ["push.example.org"] },
  },
  {
    name: "device: removed by its member",
    ...REMOVE,
    as: "editor",
    form: { device: "{device}" },
    expects: { status: 303, to: "/account?notice=device-removed" },
  },
  {
    name: "account: it is gone",
    path: "/account",
    as: "editor",
    expects: { status: 200, absent: ["push.example.org"] },
  },
];
