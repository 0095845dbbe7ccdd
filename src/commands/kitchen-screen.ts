import { KitchenTicketsDocument, type KitchenTicketsSubscription } from '../../schema/operations.ts';
import { applyToBoard, type Board } from '../kitchen/board.ts';
import type { Client } from './client.ts';
import { describeLines } from './describe-lines.ts';
import { nextOf } from './next-of.ts';
import { step } from './step.ts';

type Message = KitchenTicketsSubscription['kitchenTickets'];
type Ticket = NonNullable<Message['ticket']>;

/** The kitchen's screen: what it heard, kept as every kitchen client keeps it. */
export class KitchenScreen {
  private board: Board<Ticket> = { number: null, tickets: new Map() };
  private readonly messages: AsyncIterator<KitchenTicketsSubscription>;

  constructor(kitchen: Client, restaurantId: string) {
    this.messages = kitchen.live(KitchenTicketsDocument, { restaurantId });
  }

  async open(): Promise<void> {
    const { verdict } = await this.hear();
    const { number, tickets } = this.board;
    step(
      `The kitchen's screen is on: ${verdict} at number ${number}, tickets on the board: ${tickets.size}.`,
    );
  }

  async shows(order: { id: string; number: number; version: number }): Promise<void> {
    const { lines, tableName } = await this.until(order.id, order.version);
    step(
      `The ticket arrives on the kitchen's screen, number ${this.board.number}: #${order.number}, ${tableName}.`,
      ...describeLines(lines),
    );
  }

  /** Listens until the board holds the ticket at this version or a later one. */
  async until(id: string, version: number): Promise<Ticket> {
    for (;;) {
      const ticket = this.board.tickets.get(id);
      if (ticket && ticket.version >= version) return ticket;
      await this.hear();
    }
  }

  private async hear(): Promise<Message> {
    const { kitchenTickets } = await nextOf(this.messages);
    this.board = applyToBoard(this.board, kitchenTickets);
    return kitchenTickets;
  }
}
