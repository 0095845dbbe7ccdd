import type { Menu, MenuItem } from '../menus/menu.ts';
import { allergiesIn } from './allergies-in.ts';
import { answerInquiries } from './answer-inquiries.ts';
import type { AskedOrder } from './asked.ts';
import { chooseLanguage } from './choose-language.ts';
import { chooseLines } from './choose-lines.ts';
import type { Conversation } from './conversation.ts';
import { groupSpans } from './group-spans.ts';
import { indexMenu } from './index-menu.ts';
import { itemsNamed } from './items-named.ts';
import type { Language } from './language.ts';
import { type LanguageCode, languages } from './languages.ts';
import { leadUp } from './lead-up.ts';
import { leftOver } from './left-over.ts';
import { matchSpans } from './match-spans.ts';
import type { IndexedItem, MenuIndex } from './menu-index.ts';
import { type MenuWords, menuWords } from './menu-words.ts';
import { nameItems } from './name-items.ts';
import type { OrderParser, ParsedOrder } from './order-parser.ts';
import { recall } from './recall.ts';
import type { Span } from './span.ts';
import { takeAddresses } from './take-addresses.ts';
import { takeInquiries } from './take-inquiries.ts';
import { takeTales } from './take-tales.ts';
import { tokenise } from './tokenise.ts';
import { Transcript } from './transcript.ts';

/** How many languages besides the likeliest are tried. */
const mostOthers = 2;

const denials = new Set<Span['kind']>([
  'removing',
  'removingAfter',
  'warning',
  'warningAfter',
  'undoing',
  'clearing',
]);

export interface InProcessParser extends OrderParser {
  /** Every item that the text may be about, the likeliest first. */
  itemsNamed(text: string, menu: Menu): Promise<readonly MenuItem[]>;
}

/** Understands orders by rules alone: nothing leaves the process, nothing is learnt, the same text gives the same order. */
export function inProcessParser(): InProcessParser {
  const engine = 'in-process';
  const loaded = new Map<LanguageCode, Promise<Language>>();
  const indexes = new WeakMap<Menu, Map<LanguageCode, MenuIndex>>();
  const wordsOfMenus = new WeakMap<Menu, MenuWords>();

  function load(code: LanguageCode): Promise<Language> {
    const language = loaded.get(code) ?? languages[code]();
    loaded.set(code, language);
    return language;
  }

  function indexOf(menu: Menu, code: LanguageCode, language: Language): MenuIndex {
    const known = indexes.get(menu) ?? new Map<LanguageCode, MenuIndex>();
    indexes.set(menu, known);
    const index = known.get(code) ?? indexMenu(menu, language);
    known.set(code, index);
    return index;
  }

  async function understand(
    text: string,
    menu: Menu,
    code: LanguageCode,
    conversation: Conversation,
  ): Promise<{ order: ParsedOrder; denies: boolean }> {
    const language = await load(code);
    const { words, book, food } = language;
    const index = indexOf(menu, code, language);
    const tokens = tokenise(text, index.split);
    const matched = matchSpans(tokens, index, book, words, food);
    const spans = takeTales(takeAddresses(matched, tokens, words), tokens, words);
    const pauses = spans.map(({ from }) => tokens[from]!.pause);
    const { rest, askings } = takeInquiries(spans, pauses);
    const transcript = new Transcript(text, tokens);
    const order = nameItems(groupSpans(rest, tokens, book, recall(conversation, index)), index);
    const chosen = chooseLines(order, transcript, leadUp(rest, tokens, book));
    const { used, refused, ...told } = chosen;
    const allergies = allergiesIn(order, transcript, words, food);
    const understood = {
      ...told,
      ...leftOver(rest, { ...chosen, allergies }, transcript, book),
      inquiries: answerInquiries(askings, talkedOf(order), index, transcript, language),
      allergies,
      language: code,
      engine,
    };
    return { order: understood, denies: rest.some(({ kind }) => denials.has(kind)) };
  }

  async function likely(text: string, menu: Menu): Promise<readonly LanguageCode[]> {
    const words = wordsOfMenus.get(menu) ?? menuWords(menu);
    wordsOfMenus.set(menu, words);
    return chooseLanguage(text, menu, words, load);
  }

  return {
    engine,
    async itemsNamed(text, menu) {
      const [code] = await likely(text, menu);
      const language = await load(code!);
      const index = indexOf(menu, code!, language);
      return itemsNamed(tokenise(text, index.split), index, language.words);
    },
    async parse(text, menu, conversation = { lines: [], about: [] }) {
      const [first, ...others] = await likely(text, menu);
      const { order, denies } = await understand(text, menu, first!, conversation);
      let best = order;
      // A short text may be as likely in another language: it is in the one in which more of it means something.
      for (const code of others.slice(0, mostOthers)) {
        // A language that does not know the "no" would order what is not wanted.
        if (best.unknown.length === 0 || denies) break;
        const { order: other } = await understand(text, menu, code, conversation);
        if (understood(other) > 0 && lettersLeft(other) < lettersLeft(best)) best = other;
      }
      return best;
    },
  };
}

/** What "it" is in a question: what was ordered or changed last. */
function talkedOf({ current }: AskedOrder): IndexedItem | null {
  return current?.name?.items.length === 1 ? current.name.items[0]! : null;
}

/** To take a word for a filler is not to understand it. */
function understood({ lines, edits, ambiguities, inquiries, allergies }: ParsedOrder): number {
  return lines.length + edits.length + ambiguities.length + inquiries.length + allergies.length;
}

function lettersLeft({ unknown }: ParsedOrder): number {
  return unknown.reduce((sum, { text }) => sum + text.length, 0);
}
