import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertCalm, openBrowser, openReader, type Reader } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs } from "./umpire.ts";

const ENDPOINT = "https://push.example.org/send/this-device";

/**
 * A headless browser reaches no push service: what the service would answer stands in its place. The worker, what it shows and
 * where it leads are the browser's own.
 */
function standIn({ endpoint }: { readonly endpoint: string }): void {
  const keys = {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  };
  const known = () => sessionStorage.getItem("subscribed") !== null;
  const subscription = {
    endpoint,
    toJSON: () => ({ endpoint, expirationTime: null, keys }),
    unsubscribe: async () => {
      sessionStorage.removeItem("subscribed");
      return true;
    },
  };
  PushManager.prototype.getSubscription = async () => (known() ? (subscription as unknown as PushSubscription) : null);
  PushManager.prototype.subscribe = async (options) => {
    if (options?.userVisibleOnly !== true || String(options.applicationServerKey).length !== 87)
      throw new Error("no key");
    sessionStorage.setItem("subscribed", "");
    return subscription as unknown as PushSubscription;
  };
}

suite("notifications on a device", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let member: Reader;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    member = await openReader(browser, podium.url, { width: 360 });
    await member.page.context().grantPermissions(["notifications"], { origin: podium.url });
    await member.page.addInitScript(standIn, { endpoint: ENDPOINT });
    await enterAs(member, "member");
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  test("are switched on by one press, and the account lists the device", async () => {
    const { page } = member;
    await page.goto("/account");
    await page.locator(".push button").click();
    await page.locator(".push button[data-state=on]").waitFor();
    assert.equal(await page.locator(".push p").innerText(), "It is shown on this device.");
    await page.reload();
    await page.locator(".push button[data-state=on]").waitFor();
    assert.match(await page.locator("main").innerText(), /By push\.example\.org, since/);
    await assertCalm(member);
  });

  test("the worker shows what is sent, once for the same, and answers for no page", async () => {
    const { page } = member;
    const protocol = await page.context().newCDPSession(page);
    const registrations: { registrationId: string; scopeURL: string }[] = [];
    protocol.on("ServiceWorker.workerRegistrationUpdated", (told) => registrations.push(...told.registrations));
    await protocol.send("ServiceWorker.enable");
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration("/notifications");
      return registration?.active?.state === "activated";
    });
    const [registration] = registrations.filter(({ scopeURL }) => scopeURL.endsWith("/notifications"));
    assert.ok(registration !== undefined);
    const told = { title: "Wim answered you.", body: "From the left.", href: "/threads/one", tag: "n1" };
    for (const body of ["From the right.", "From the left."])
      await protocol.send("ServiceWorker.deliverPushMessage", {
        origin: podium.url,
        registrationId: registration.registrationId,
        data: JSON.stringify({ ...told, body }),
      });
    await page.waitForFunction(async () => {
      const known = await navigator.serviceWorker.getRegistration("/notifications");
      return (await known?.getNotifications())?.some(({ body }) => body === "From the left.");
    });
    const shown = await page.evaluate(async () => {
      const known = await navigator.serviceWorker.getRegistration("/notifications");
      return (await known?.getNotifications())?.map(({ title, body, data }) => [title, body, data]);
    });
    assert.deepEqual(shown, [["Wim answered you.", "From the left.", "/threads/one"]]);
    await page.goto("/notifications");
    assert.equal(await page.locator("h1").innerText(), "Notifications");
    await assertCalm(member);
  });

  test("after signing out the device is told nothing, and the account says so", async () => {
    const { page } = member;
    await page.goto("/account");
    await page.locator('form[action="/sign-out"] button').first().click();
    await page.locator('form[action="/sign-out"]').waitFor({ state: "detached" });
    await enterAs(member, "member");
    await page.goto("/account");
    await page.locator(".push button[data-state=off]").click();
    await page.locator(".push button[data-state=on]").waitFor();
    await assertCalm(member);
  });

  test("are switched off by one press, here and on the server", async () => {
    const { page } = member;
    await page.goto("/account");
    await page.locator(".push button[data-state=on]").click();
    await page.locator(".push button[data-state=off]").waitFor();
    await page.reload();
    assert.doesNotMatch(await page.locator("main").innerText(), /push\.example\.org/);
    await assertCalm(member);
  });
});
