import assert from "node:assert/strict";
import { test } from "node:test";
import { ownAddresses, thisMachine } from "./own-addresses.ts";

const HTTP = { host: "0.0.0.0", origin: null, tls: null };
const TLS = { certificate: "hall.crt", key: "hall.key" };
const LAPTOP = { name: "club-laptop", numbers: ["169.254.7.1", "192.168.1.10", "10.0.0.2"], certified: [] };

const rows = [
  {
    law: "who listens on all addresses is reached by the machine's numbers and its name, never by 0.0.0.0",
    config: HTTP,
    machine: LAPTOP,
    told: ["http://192.168.1.10:8080", "http://10.0.0.2:8080", "http://club-laptop:8080"],
  },
  {
    law: "so it is on all addresses of the newer kind",
    config: { ...HTTP, host: "::" },
    machine: { ...LAPTOP, numbers: [] },
    told: ["http://club-laptop:8080"],
  },
  {
    law: "by https only names that the certificate is for",
    config: { ...HTTP, tls: TLS },
    machine: { ...LAPTOP, certified: ["podium.local", "*.example", "127.0.0.1", "192.168.1.10"] },
    told: ["https://podium.local:8080", "https://192.168.1.10:8080"],
  },
  {
    law: "an origin that is set is where people go",
    config: { ...HTTP, origin: "https://podium.example" },
    machine: LAPTOP,
    told: ["https://podium.example"],
  },
  {
    law: "one address is told as it is",
    config: { ...HTTP, host: "192.168.1.10" },
    machine: LAPTOP,
    told: ["http://192.168.1.10:8080"],
  },
  {
    law: "an address of the newer kind stands in brackets",
    config: { ...HTTP, host: "::1" },
    machine: LAPTOP,
    told: ["http://[::1]:8080"],
  },
];

for (const { law, config, machine, told } of rows)
  test(law, () => assert.deepEqual(ownAddresses(config, 8080, machine), told));

test("this machine has a name, and no number that only it can use", () => {
  const { name, numbers, certified } = thisMachine({ tls: null });
  assert.ok(name.length > 0);
  assert.deepEqual([numbers.filter((number) => number.startsWith("127.")), certified], [[], []]);
});
