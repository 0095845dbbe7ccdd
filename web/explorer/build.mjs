// Bundles the API explorer: node web/explorer/build.mjs <outdir>
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const outdir = process.argv[2] && resolve(process.argv[2]);
if (!outdir) {
  console.error('usage: node web/explorer/build.mjs <outdir>');
  process.exit(2);
}

const started = performance.now();
const report = (what) => console.log(`explorer: ${what} in ${Math.round(performance.now() - started)} ms`);

// npm keeps the versions it really installed in this lockfile.
const inputs = [
  ...['build.mjs', 'explorer.jsx', 'page.css', 'index.html'].map((file) => join(here, file)),
  join(here, '../../node_modules/.package-lock.json'),
];
const hash = createHash('sha256');
for (const file of inputs) hash.update(readFileSync(file));
const key = hash.digest('hex');
const keyFile = join(outdir, '.inputs');

if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) {
  report('up to date');
  process.exit();
}

// graphiql/style.css already contains the editor's styles and fonts.
const dropEditorStyles = {
  name: 'drop-editor-styles',
  setup: ({ onLoad }) => onLoad({ filter: /monaco-editor[\\/].*\.css$/ }, () => ({ contents: '' })),
};

const chunks = join(outdir, 'chunks');
rmSync(keyFile, { force: true });
rmSync(chunks, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: {
    explorer: './explorer.jsx',
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
  },
  outdir,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  minify: true,
  plugins: [dropEditorStyles],
  // GraphiQL imports these CommonJS names lazily, and a split CommonJS file loses its named exports.
  alias: {
    'prettier/parser-babel': 'prettier/plugins/babel',
    'prettier/parser-graphql': 'prettier/plugins/graphql',
  },
  logLevel: 'warning',
});
copyFileSync(join(here, 'index.html'), join(outdir, 'index.html'));

// Written last, so an interrupted build is never taken for a finished one.
writeFileSync(keyFile, key);
report('built');
