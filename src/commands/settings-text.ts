import { settings } from '../config.ts';
import { errorCodes } from '../errors.ts';
import { type LineMove, lineMoves } from '../orders/line-moves.ts';
import { type OrderMove, orderMoves } from '../orders/order-status.ts';

/** What is written about the program from the program itself: the README's marked sections, and .env.example. */
export const settingsText = {
  envExample,
  /** The README with each section between its markers as it should be now. */
  readme(text: string): string {
    return Object.entries(sections).reduce((soFar, [name, lines]) => withSection(soFar, name, lines()), text);
  },
};

const sections: Readonly<Record<string, () => string[]>> = {
  settings: () => [
    '| setting | default | what it is |',
    '|---|---|---|',
    ...Object.entries(settings).map(
      ([name, { fallback, about }]) => `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ''} | ${about} |`,
    ),
  ],
  errors: () => [
    '| code | status | what it means | what a client does |',
    '|---|---|---|---|',
    ...Object.entries(errorCodes).map(
      ([code, [status, meaning, advice]]) => `| \`${code}\` | ${status} | ${meaning} | ${advice} |`,
    ),
  ],
  moves: () => ['```mermaid', 'stateDiagram-v2', '  [*] --> PLACED', ...orderMoves.map(arrow), '```'],
  'line moves': () => ['```mermaid', 'stateDiagram-v2', '  [*] --> WAITING', ...lineMoves.map(arrow), '```'],
};

function arrow({ from, to, by, of }: (OrderMove | LineMove) & Pick<OrderMove, 'of'>): string {
  const who = by.length > 0 ? by.join(' ').toLowerCase() : 'with its lines';
  return `  ${from} --> ${to}: ${who}${of ? ` (${of.join(', ')})` : ''}`;
}

function withSection(text: string, name: string, lines: readonly string[]): string {
  const begin = `<!-- ${name}: npm run settings -->`;
  const end = `<!-- /${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no section between ${begin} and ${end}.`);
  return [text.slice(0, from) + begin, ...lines, text.slice(to)].join('\n');
}

/** Every setting with its default, commented out: a copy of it changes nothing. */
function envExample(): string {
  const lines = Object.entries(settings).flatMap(([name, { fallback, about }]) => [
    `# ${about}`,
    `#${name}=${fallback ?? ''}`,
    '',
  ]);
  return ['# Copy to .env and uncomment what you change. Written by `npm run settings`.', '', ...lines].join(
    '\n',
  );
}
