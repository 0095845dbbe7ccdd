import { boardStatuses, type OrderStatus } from '../orders/order-status.ts';

/** What the board needs of a ticket; a client's ticket may have more. */
export interface BoardTicket {
  readonly id: string;
  readonly version: number;
  readonly status: OrderStatus;
}

/** A message of the `kitchenTickets` subscription. */
export interface BoardMessage<Ticket extends BoardTicket> {
  readonly verdict?: 'SNAPSHOT' | 'RESUMED' | 'RESET' | null;
  readonly number: number;
  readonly previous: number;
  readonly tickets?: readonly Ticket[] | null;
  readonly ticket?: Ticket | null;
}

/** The tickets a screen shows, by id, and the last number it holds. Never changed: every message makes a new one. */
export interface Board<Ticket extends BoardTicket> {
  readonly number: number | null;
  readonly tickets: ReadonlyMap<string, Ticket>;
}

export class MissedSomething extends Error {}

/**
 * The board after a message: what every kitchen client does with what it hears.
 * Throws MissedSomething when the message does not continue what the board holds: subscribe again with `after: board.number`.
 */
export function applyToBoard<Ticket extends BoardTicket>(
  board: Board<Ticket>,
  message: BoardMessage<Ticket>,
): Board<Ticket> {
  const { verdict, number, previous, tickets, ticket } = message;
  if (verdict === 'RESUMED') return { ...board, number };
  if (verdict) return { number, tickets: new Map((tickets ?? []).map((one) => [one.id, one])) };
  const held = board.number ?? 0;
  if (number <= held) return board;
  if (previous > held) throw new MissedSomething(`Held ${held}, but ${previous} came before ${number}.`);
  return { number, tickets: ticket ? withTicket(board.tickets, ticket) : board.tickets };
}

/** A ticket is delivered as it is now, so an older one may follow a newer: the higher version stays. */
function withTicket<Ticket extends BoardTicket>(
  tickets: ReadonlyMap<string, Ticket>,
  ticket: Ticket,
): Map<string, Ticket> {
  const next = new Map(tickets);
  const shown = next.get(ticket.id);
  if (shown && shown.version > ticket.version) return next;
  if (boardStatuses.includes(ticket.status)) next.set(ticket.id, ticket);
  else next.delete(ticket.id);
  return next;
}
