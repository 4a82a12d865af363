import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const WORDPRESS = "/usr/share/wordpress";
const INSTALL = fileURLToPath(new URL("wordpress-install.php", import.meta.url));
const PATIENCE_MS = 60_000;

/** A comment as both are given it. */
export interface BenchComment {
  readonly id: string;
  readonly parent?: string;
  readonly at: string;
  readonly body: string;
}

/** WordPress with a database, PHP and a web server of its own. */
export interface WordPressServer {
  readonly url: string;
  readonly path: string;
  stop(): Promise<void>;
}

/** What is missing to start one; null where nothing is. */
export function whyNoWordPress(): string | null {
  if (!existsSync(join(WORDPRESS, "wp-settings.php"))) return "there is no WordPress of Debian: apt install wordpress";
  if (phpFpm() === undefined) return "there is no php-fpm: apt install php-fpm php-mysql";
  if (globSync(`${WORDPRESS}/wp-content/themes/*`).length === 0)
    return "WordPress has no theme: apt install wordpress-theme-twentytwentythree";
  const needed = ["/usr/sbin/mariadbd", "/usr/sbin/nginx", "/usr/bin/wrk", "/usr/bin/php"];
  const missing = needed.find((path) => !existsSync(path));
  return missing === undefined ? null : `${missing} is missing`;
}

function phpFpm(): string | undefined {
  return globSync("/usr/sbin/php-fpm*").find((path) => /php-fpm\d+\.\d+$/.test(path));
}

/** Starts one in a folder, with these comments under one post, on one page or in pages. */
export async function startWordPress(
  folder: string,
  { comments, isPaged }: { readonly comments: readonly BenchComment[]; readonly isPaged: boolean },
): Promise<WordPressServer> {
  const port = await freePort();
  const started: ChildProcess[] = [];
  const stop = () => stopAll(started);
  try {
    await writeFiles(folder, port);
    await startDatabase(folder, started);
    const post = await install(folder, { port, comments, isPaged });
    started.push(start(phpFpm() ?? "", ["-F", "-y", join(folder, "fpm.conf"), ...asRoot(["-R"])]));
    await untilListening(join(folder, "php.sock"));
    started.push(
      start("/usr/sbin/nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "nginx.log")]),
    );
    await untilListening(port);
    return { url: `http://127.0.0.1:${port}`, path: `/?p=${post}`, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

const asRoot = (words: readonly string[]): readonly string[] => (userInfo().uid === 0 ? words : []);

async function startDatabase(folder: string, started: ChildProcess[]): Promise<void> {
  const data = join(folder, "database");
  const socket = join(folder, "database.sock");
  const { username } = userInfo();
  await run("mariadb-install-db", [
    "--no-defaults",
    `--datadir=${data}`,
    "--skip-test-db",
    "--auth-root-authentication-method=normal",
    `--user=${username}`,
  ]);
  started.push(
    start("/usr/sbin/mariadbd", [
      "--no-defaults",
      `--datadir=${data}`,
      `--socket=${socket}`,
      "--skip-networking",
      `--user=${username}`,
      `--pid-file=${join(folder, "database.pid")}`,
    ]),
  );
  await untilListening(socket);
  await run("mariadb", [
    "--no-defaults",
    `--socket=${socket}`,
    "-u",
    "root",
    "-e",
    "create database bench character set utf8mb4",
  ]);
}

/** The settings of Debian's packages where they say anything; the addresses are those of the folder. */
async function writeFiles(folder: string, port: number): Promise<void> {
  const root = join(folder, "site");
  await run("cp", ["-rL", WORDPRESS, root]);
  const address = `http://127.0.0.1:${port}`;
  const defined = {
    DB_NAME: "bench",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${join(folder, "database.sock")}`,
    WP_HOME: address,
    WP_SITEURL: address,
  };
  const lines = Object.entries(defined).map(([name, value]) => `define('${name}', '${value}');`);
  writeFileSync(
    join(root, "wp-config.php"),
    `<?php\n${lines.join("\n")}\n$table_prefix = 'wp_';\ndefine('DB_CHARSET', 'utf8mb4');\ndefine('DISABLE_WP_CRON', true);\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n`,
  );
  const children =
    "pm = dynamic\npm.max_children = 5\npm.start_servers = 2\npm.min_spare_servers = 1\npm.max_spare_servers = 3\n";
  const owner = asRoot(["user = root", "group = root"]).join("\n");
  writeFileSync(
    join(folder, "fpm.conf"),
    `[global]\nerror_log = ${join(folder, "fpm.log")}\n[www]\n${owner}\nlisten = ${join(folder, "php.sock")}\n${children}`,
  );
  // Debian's parameters tell the host without its port: WordPress would send every reader on to where they are.
  writeFileSync(
    join(folder, "nginx.conf"),
    `${asRoot(["user root;"]).join("")} daemon off; pid ${join(folder, "nginx.pid")}; worker_processes auto; events {}
http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${folder}/body; fastcgi_temp_path ${folder}/fastcgi;
  proxy_temp_path ${folder}/proxy; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi; keepalive_requests 1000000;
  server { listen 127.0.0.1:${port}; root ${root}; index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ { include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; fastcgi_param HTTP_HOST $http_host;
      fastcgi_read_timeout 300; fastcgi_pass unix:${join(folder, "php.sock")}; } } }
`,
  );
}

async function install(
  folder: string,
  {
    port,
    comments,
    isPaged,
  }: { readonly port: number; readonly comments: readonly BenchComment[]; readonly isPaged: boolean },
): Promise<string> {
  const file = join(folder, "comments.json");
  writeFileSync(file, JSON.stringify(comments));
  const env = { ...process.env, BENCH_HOST: `127.0.0.1:${port}`, BENCH_PAGED: isPaged ? "yes" : "no" };
  // No letter of welcome goes out: there is no mail server to take it.
  const { stdout } = await run("php", ["-d", "sendmail_path=/bin/true", INSTALL, join(folder, "site"), file], { env });
  const post = /(\d+)\s*$/.exec(stdout)?.[1];
  if (post === undefined) throw new Error(`WordPress was not installed: ${stdout.slice(-500)}`);
  return post;
}

function start(program: string, words: readonly string[]): ChildProcess {
  return spawn(program, words, { stdio: "ignore" });
}

async function stopAll(started: readonly ChildProcess[]): Promise<void> {
  for (const child of [...started].reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
}

async function untilListening(at: string | number): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(50)) {
    if (await answersAt(at)) return;
  }
  throw new Error(`Nothing listens at ${at}.`);
}

async function answersAt(at: string | number): Promise<boolean> {
  const socket = typeof at === "string" ? connect(at) : connect(at, "127.0.0.1");
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  const answers = await promise;
  socket.destroy();
  return answers;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
