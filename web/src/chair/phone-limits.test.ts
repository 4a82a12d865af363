import assert from "node:assert/strict";
import { test } from "node:test";
import { limitsOf, type PhoneLimits } from "./phone-limits.ts";

const both = { wakeLock: {}, serviceWorker: {} };

const cases: readonly (readonly [string, Parameters<typeof limitsOf>[0], PhoneLimits | null])[] = [
  ["with https a chair has all it wants", { isSecureContext: true, navigator: both }, null],
  [
    "without https the screen sleeps and the page opens online only, whatever the browser claims",
    { isSecureContext: false, navigator: both },
    { isInsecure: true, screenSleeps: true, opensOnlineOnly: true },
  ],
  [
    "an old browser lets the screen sleep",
    { isSecureContext: true, navigator: { serviceWorker: {} } },
    { isInsecure: false, screenSleeps: true, opensOnlineOnly: false },
  ],
  [
    "a private window opens online only",
    { isSecureContext: true, navigator: { wakeLock: {} } },
    { isInsecure: false, screenSleeps: false, opensOnlineOnly: true },
  ],
];
for (const [law, browser, expected] of cases) test(law, () => assert.deepEqual(limitsOf(browser), expected));
