import type { Asked, AskedOrder } from './asked.ts';
import { everySaid } from './every-said.ts';
import type { LeadUp } from './lead-up.ts';
import { lineOf, type MadeLine } from './line-of.ts';
import type { Ambiguity, ParsedEdit, ParsedLine, ParseWarning, Phrase, Question } from './order-parser.ts';
import { orderable } from './orderable.ts';
import { Pieces } from './pieces.ts';
import { refusalOf } from './refusal-of.ts';
import { saidOf } from './said-of.ts';
import type { NameSpan, Stretch } from './span.ts';
import type { Transcript } from './transcript.ts';
import { warningOf } from './warning-of.ts';

export interface ChosenLines {
  readonly lines: readonly ParsedLine[];
  readonly edits: readonly ParsedEdit[];
  readonly retracted: readonly Phrase[];
  readonly ambiguities: readonly Ambiguity[];
  readonly questions: readonly Question[];
  readonly warnings: readonly ParseWarning[];
  /** Tokens that lines were made of. */
  readonly used: readonly Stretch[];
  /** Lines that could not be had, whole. */
  readonly refused: readonly Stretch[];
}

/** Words → choices from the menu, or why not. */
export function chooseLines(order: AskedOrder, transcript: Transcript, leadUp: LeadUp): ChosenLines {
  const lines: ParsedLine[] = [];
  const edits: ParsedEdit[] = [];
  const retracted: Phrase[] = [];
  const ambiguities: Ambiguity[] = [];
  const questions: Question[] = [];
  const used: Stretch[] = [];
  const refused: Stretch[] = [...order.absent];
  const warnings = new Map<string, ParseWarning>();
  const warn = (warning: ParseWarning) =>
    warnings.set(`${warning.code} ${warning.phrase.start} ${warning.message}`, warning);
  const common = order.warnings.map((wish) => transcript.wish(wish));
  const told = new Set<Asked>();
  const pieces = new Pieces();
  const spanOf = (said: readonly Stretch[]) => transcript.phrase(leadUp(transcript.hull(said)));
  for (const stretch of order.absent) warn(warningOf('NOT_IN_CART', transcript.phrase(stretch)));

  const alternatives = new Set(order.asked.flatMap((asked) => (asked.orElse ? [asked, asked.orElse] : [])));
  for (const asked of order.asked) {
    if (alternatives.has(asked)) {
      if (!asked.orElse) continue;
      const stretch = transcript.hull([...everySaid(asked.orElse), ...everySaid(asked)]);
      const items = [...asked.orElse.name!.items, ...asked.name!.items];
      const candidates = orderable(items);
      const phrase = transcript.phrase(stretch);
      ambiguities.push({ phrase, candidates });
      warn(
        warningOf(
          'AMBIGUOUS',
          phrase,
          candidates.map(({ title }) => title),
        ),
      );
      refused.push(stretch);
      continue;
    }
    const whole = asked.partOf ?? asked;
    const quantity = quantityOf(asked);
    const isGone = asked.fate === 'gone' || (asked.existing !== null && quantity < 1);
    if (!isGone && !isChanged(asked, common)) {
      pieces.add(asked.existing!);
      continue;
    }
    if (isGone) {
      used.push(
        ...asked.said,
        ...asked.sizes,
        ...asked.wishes.flatMap(({ keys, said }) => (keys.length > 0 ? said : [])),
      );
      const phrase = spanOf(saidOf(asked, order));
      if (!asked.existing) retracted.push(phrase);
      else edits.push({ lineId: asked.existing.id, line: null, phrase, confidence: 1 });
      continue;
    }
    const refusal =
      refusalOf(whole, sizesOf(asked), transcript, ambiguities) ??
      (quantity > 99
        ? warningOf('QUANTITY_OUT_OF_RANGE', transcript.phrase(transcript.hull(everySaid(asked))))
        : null);
    if (refusal) {
      warn(refusal);
      refused.push(transcript.hull(everySaid(asked)));
      continue;
    }
    if (quantity < 1) continue;
    // A line that its parts used up has its words told with the first of them.
    const isFirstPart = asked.partOf !== null && quantityOf(whole) === 0 && !told.has(whole);
    told.add(whole);
    const said = [...everySaid(asked), ...(isFirstPart ? everySaid(whole) : [])];
    const phrase = spanOf(said.length > 0 ? said : saidOf(asked, order));
    const made = lineOf(asked, quantity, transcript, common);
    if (!pieces.hasRoom(made.line)) {
      warn(warningOf('QUANTITY_OUT_OF_RANGE', phrase));
      refused.push(transcript.hull(said.length > 0 ? said : saidOf(asked, order)));
      if (asked.existing) pieces.add(asked.existing);
      continue;
    }
    pieces.add(made.line);
    tell(made, asked, phrase, transcript, warn, ambiguities, questions);
    used.push(...made.spoken);
    const { line, confidence } = made;
    if (asked.existing) edits.push({ lineId: asked.existing.id, line, phrase, confidence });
    else lines.push({ ...line, phrase, confidence });
  }
  if (lines.length + edits.length > 0) for (const wish of order.warnings) used.push(...wish.said);
  return { lines, edits, retracted, ambiguities, questions, warnings: [...warnings.values()], used, refused };
}

function quantityOf(asked: Asked): number {
  if (asked.count === null) return asked.taken > 0 ? 0 : 1;
  return asked.taken > 0 ? Math.max(0, asked.count - asked.taken) : asked.count;
}

/** What stands in the cart is left alone unless something was said of it; an allergy is said of everything. */
function isChanged(asked: Asked, common: readonly string[]): boolean {
  if (!asked.existing) return true;
  const isMissing = common.some((note) => !asked.existing!.note?.includes(note));
  return (
    quantityOf(asked) !== asked.existing.quantity ||
    asked.sizes.length > 0 ||
    asked.wishes.length > 0 ||
    isMissing
  );
}

/** What the guest should hear of a line: what it cannot be had with, and what it still wants. */
function tell(
  { choices, wanting, line }: MadeLine,
  asked: Asked,
  phrase: Phrase,
  transcript: Transcript,
  warn: (warning: ParseWarning) => void,
  ambiguities: Ambiguity[],
  questions: Question[],
): void {
  const { item } = asked.name!.items[0]!;
  for (const { wish, code, group, candidates } of choices.refused) {
    const titles = candidates.map(({ title }) => title);
    const names = code === 'TOO_MANY_CHOICES' ? [item.title, group!.title, String(group!.max)] : titles;
    const said = transcript.phrase(transcript.hull(wish.said));
    warn(warningOf(code, said, names.length > 0 ? names : [item.title]));
    if (code === 'AMBIGUOUS') ambiguities.push({ phrase: said, candidates });
  }
  for (const { id, title, modifiers } of wanting) {
    const options = modifiers.filter(({ available }) => available).map(({ id, title }) => ({ id, title }));
    warn(warningOf('CHOICE_REQUIRED', phrase, [item.title, title, ...options.map((option) => option.title)]));
    questions.push({ phrase, itemId: item.id, groupId: id, title, options });
  }
  if (line.variantId === null && item.variants.length > 0) {
    const options = item.variants
      .filter(({ available }) => available)
      .map(({ id, label }) => ({ id, title: label }));
    questions.push({ phrase, itemId: item.id, groupId: null, title: item.title, options });
  }
}

function sizesOf(asked: Asked): NameSpan[] {
  return [...(asked.like?.sizes ?? []), ...asked.sizes];
}
