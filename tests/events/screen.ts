import { print } from 'graphql';
import { KitchenTicketsDocument, type KitchenTicketsSubscription } from '../../schema/operations.ts';
import { applyToBoard, type Board, type BoardTicket } from '../../src/kitchen/board.ts';
import type { As } from '../support/as.ts';
import { Waiting } from './waiting.ts';
import { Wire } from './wire.ts';

type Message = KitchenTicketsSubscription['kitchenTickets'];
export type Ticket = NonNullable<Message['ticket']> & BoardTicket;

/** A kitchen screen on a bad connection: it takes up where it was whenever it is switched on again. */
export class Screen {
  board: Board<Ticket> = { number: null, tickets: new Map() };
  /** The day's numbers of the orders it was told of, in the order it was told. */
  told: number[] = [];
  verdicts: string[] = [];
  /** Messages that did not follow what the screen held. */
  readonly wrong: string[] = [];
  private wire: Wire | null = null;
  private heard = 0;
  private readonly waiting = new Waiting();

  constructor(
    private readonly who: As,
    private readonly restaurantId: string,
  ) {}

  async switchOn(): Promise<void> {
    const wire = await Wire.open(this.who);
    this.wire = wire;
    this.heard = 0;
    wire.socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (this.wire !== wire) return;
      if (type === 'next' && payload.data) this.hear(payload.data.kitchenTickets as Message);
      else this.wrong.push(String(data));
      this.waiting.wake();
    });
    const variables = { restaurantId: this.restaurantId, after: this.board.number };
    wire.subscribe('tickets', { query: print(KitchenTicketsDocument), variables });
  }

  /** The connection is destroyed once so many messages have come over it. */
  async cutAfter(messages: number): Promise<void> {
    await this.waiting.until(() => this.heard >= messages);
    const { wire } = this;
    this.wire = null;
    wire?.destroy();
  }

  async until(holds: () => boolean): Promise<void> {
    await this.waiting.until(() => holds() || this.wrong.length > 0);
  }

  async switchOff(): Promise<void> {
    await this.wire?.hangUp();
  }

  private hear(message: Message): void {
    this.heard += 1;
    const { verdict, number, previous, tickets, ticket } = message;
    const held = this.board.number ?? 0;
    if (verdict) this.verdicts.push(verdict);
    if (tickets) this.told = tickets.map((one) => one.number);
    if (!verdict && !(previous <= held && held < number))
      this.wrong.push(`${previous} ≤ ${held} < ${number}`);
    if (ticket) this.told.push(ticket.number);
    this.board = applyToBoard<Ticket>(this.board, message as Message & { tickets: Ticket[]; ticket: Ticket });
  }
}
