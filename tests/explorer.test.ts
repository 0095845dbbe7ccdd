import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from './support/app.ts';

let app: TestApp;
let page: Response;
let files: Map<string, string>;

beforeAll(async () => {
  app = await startApp({ config: { apiDocs: true } });
  page = await fetch(`${app.url}/explorer/`);
  files = await loadAll(`${app.url}/explorer/`);
});

afterAll(() => app.close());

test('the explorer is one page with its script, style and three workers, all there', async () => {
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  const names = [...files.keys()].map((url) => url.slice(`${app.url}/explorer/`.length));
  const wanted = ['explorer.js', 'explorer.css', 'editor.worker.js', 'graphql.worker.js', 'json.worker.js'];
  expect(names).toEqual(expect.arrayContaining(wanted));
  expect(names.filter((name) => name.startsWith('chunks/')).length).toBeGreaterThan(5);
});

test('nothing it loads comes from another origin', () => {
  const foreign = [...files].flatMap(([url, text]) =>
    referencesIn(url, text)
      .filter((reference) => !isOwn(reference, url))
      .map((reference) => `${url}: ${reference}`),
  );
  expect(foreign).toEqual([]);
});

test('the browser is told to load nothing from elsewhere', () => {
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test('where the explorer is switched off there is no page', async () => {
  const quiet = await startApp({ config: { apiDocs: false } });
  const answers = await Promise.all(
    ['/explorer/', '/explorer', '/explorer/explorer.js', '/'].map((path) => fetch(quiet.url + path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(answers[0]!.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  await quiet.close();
});

/** The page and whatever it leads to on this server, by address. */
async function loadAll(start: string): Promise<Map<string, string>> {
  const loaded = new Map<string, string>();
  const wanted = [start];
  for (let url = wanted.pop(); url; url = wanted.pop()) {
    if (loaded.has(url)) continue;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    const text = await response.text();
    loaded.set(url, text);
    for (const reference of referencesIn(url, text)) {
      if (isOwn(reference, url) && !reference.startsWith('data:')) wanted.push(new URL(reference, url).href);
    }
  }
  return loaded;
}

/** What a browser fetches by itself when it has this file; addresses in library code that nobody loads are none of it. */
function referencesIn(url: string, text: string): string[] {
  if (url.endsWith('.css'))
    return [...captured(text, /url\(\s*["']?([^"')]+)/g), ...captured(text, /@import\s+["']([^"']+)/g)];
  if (!url.endsWith('.js')) return captured(text, /\s(?:href|src)="([^"]*)"/g);
  const workers = text.includes('.worker.js`') ? ['editor', 'graphql', 'json'] : [];
  return [
    ...captured(text, /\b(?:from|import)\s*\(?\s*["'`](\.{0,2}\/[^"'`]+\.js|[a-z]+:[^"'`]+)/g),
    ...captured(text, /\b(?:fetch|importScripts|Worker|WebSocket)\(\s*["'`]((?:\/|[a-z]+:)[^"'`$]+)/g),
    ...workers.map((name) => `./${name}.worker.js`),
  ];
}

function captured(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, reference]) => reference!);
}

function isOwn(reference: string, base: string): boolean {
  return reference.startsWith('data:') || new URL(reference, base).origin === new URL(app.url).origin;
}
