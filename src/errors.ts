/** Every error a client may see: its code, its HTTP status, what it means, and what the client should do. */
export const errorCodes = {
  BAD_REQUEST: [400, 'The request is not a GraphQL request.', 'Mend the request.'],
  GRAPHQL_PARSE_FAILED: [400, 'The document is not GraphQL.', 'Mend the document.'],
  GRAPHQL_VALIDATION_FAILED: [
    400,
    'The document does not fit the schema or exceeds a limit.',
    'Mend the document.',
  ],
  OPERATION_RESOLUTION_FAILURE: [
    400,
    'The request does not say which operation to run, or may not run it this way.',
    'Name the operation; send mutations by POST and subscriptions over the WebSocket.',
  ],
  BAD_USER_INPUT: [
    400,
    'A value has the wrong shape, length or range.',
    'Show the fields named in `problem.fields`.',
  ],
  UNAUTHENTICATED: [
    401,
    'A token is missing, broken, expired or its session has ended.',
    'Refresh the session or sign in, then repeat.',
  ],
  TOKEN_INVALID: [
    410,
    'The token of the letter is unknown, used, replaced, expired or for somebody else.',
    'Ask for a new letter.',
  ],
  PASSWORD_WRONG: [403, 'The password is not that of the account.', 'Ask for it again.'],
  SECOND_FACTOR_REQUIRED: [
    401,
    'A second factor is wanted: a code to sign in, or one to be set up for what an owner or admin does here. Any field for owners or admins may answer it, whether it says so or not.',
    'At signIn ask for a code and send it along; elsewhere lead to beginSecondFactor.',
  ],
  SECOND_FACTOR_INVALID: [
    401,
    'The code is wrong, was used before or is not of this minute.',
    'Ask for the next one, or for a recovery code.',
  ],
  PASSWORD_REFUSED: [
    422,
    'The new password breaks a rule; `problem.rule` says which: TOO_SHORT, TOO_LONG, COMMON or ADDRESS.',
    'Let the person choose another.',
  ],
  FORBIDDEN: [403, 'This viewer may see it but not do this.', 'Hide the action.'],
  NOT_FOUND: [404, 'There is no such thing for this viewer.', 'Leave the page.'],
  CONFLICT: [
    409,
    'It has changed since: `problem.currentVersion` says its version now, of a cart `problem.cart` what is in it, as the type Cart has it, and `problem.currentTotal` what it comes to instead, in minor units.',
    'Show what it is now, or read it again, and let the person decide.',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    409,
    'This idempotency key came with other input before.',
    'Make a new key for a new intention.',
  ],
  SLUG_TAKEN: [409, 'Another restaurant or category has this slug.', 'Choose another.'],
  LAST_OWNER: [
    409,
    "This would leave a restaurant without an owner: its last one can't be removed, step down or leave.",
    'Offer to transfer the ownership first.',
  ],
  VISIT_ENDED: [
    409,
    "The guest's visit has ended: it reads its orders for 24 hours and orders nothing more.",
    'Ask the guest to scan the code again.',
  ],
  ORDERS_PAUSED: [
    409,
    'The restaurant accepts no orders at the moment; staff enter theirs all the same.',
    'Show `problem.reason` and `problem.until`, each null if nobody knows; the cart stays as it is.',
  ],
  RESTAURANT_CLOSED: [
    409,
    'The restaurant is closed at the moment that the order is wanted at; staff enter theirs all the same.',
    'Show `problem.opensAt`, null if it never does; order then, or now for a later time with `wishedAt`.',
  ],
  TOO_BUSY: [
    409,
    'The kitchen has as many orders for this quarter of an hour as it takes.',
    'Order again at `problem.retryAt`, or now for a time from then on with `wishedAt`. Null: not within a week.',
  ],
  FULFILMENT_UNAVAILABLE: [
    409,
    'The restaurant does not hand orders over this way.',
    'Offer those in `problem.offered`.',
  ],
  ILLEGAL_MOVE: [
    409,
    'The order may not go from its status to this one, or not by this viewer.',
    'Offer `order.allowedMoves` only.',
  ],
  ORDER_CLOSED: [
    409,
    'The order is too far along for this: it was rejected or cancelled, or its restaurant adds nothing to it any more.',
    'Read it again; what guests still want is an order of its own.',
  ],
  ITEM_UNAVAILABLE: [
    409,
    'Something chosen is sold out, hidden or no longer on the menu; `problem.fields` names it.',
    'Remove it from the cart and read the menu again.',
  ],
  PRICE_CHANGED: [
    409,
    'Something in the cart has another price than when it was added; `problem.fields` names it.',
    'Show both prices; acceptPrices agrees to the new ones, and so does placing with the new total as `expectedTotal`.',
  ],
  OUTSIDE_WINDOW: [
    409,
    'Something chosen is not served at this time; `problem.availableAt` says when it is, if it is known.',
    'Say when it is served; what is already in the cart may stay there until then.',
  ],
  CHOICE_INVALID: [
    422,
    "The choice breaks a rule of the item: its variants or a modifier group's min and max.",
    'Let the guest choose again.',
  ],
  CART_EMPTY: [409, 'There is nothing in the cart.', 'Add something first.'],
  CART_FULL: [
    409,
    'The cart would exceed 100 lines, a line 99 pieces, or the total 1,000,000,000 minor units.',
    'Place what is there first.',
  ],
  RATE_LIMITED: [
    429,
    'Too much of this in a short time; `problem.retryAfter` and the header `Retry-After` say in how many seconds it goes on.',
    'Wait so long, then repeat.',
  ],
  LAST_ADMIN: [409, 'The platform would be left without an admin.', 'Make somebody else an admin first.'],
  LIMIT_EXCEEDED: [413, 'The request is larger than the server reads.', 'Send less at once.'],
  SERVICE_UNAVAILABLE: [
    503,
    'The server is stopping or its database is out of reach. Whether it happened is not known.',
    'Repeat with the same idempotency key after a moment.',
  ],
  INTERNAL_SERVER_ERROR: [
    500,
    'Something went wrong inside; the request id finds it in the log.',
    'Repeat with the same idempotency key; report the request id if it stays.',
  ],
} as const satisfies Record<string, readonly [status: number, meaning: string, advice: string]>;

export type ErrorCode = keyof typeof errorCodes;

/** What a client is told beyond the code. Facts it may know already: versions, field paths, ids it sent. */
export interface RefusalFacts {
  readonly currentVersion?: number;
  /** Minor units. */
  readonly currentTotal?: number;
  /** As this viewer may read it. */
  readonly cart?: object;
  /** Whole seconds. */
  readonly retryAfter?: number;
  /** Of a pause, and its end: times are ISO-8601 in UTC. */
  readonly reason?: string | null;
  readonly until?: string | null;
  readonly opensAt?: string | null;
  readonly availableAt?: string | null;
  readonly retryAt?: string | null;
  readonly offered?: readonly string[];
  /** Of passwords. */
  readonly rule?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

/** A "no" that the client may read. Whatever else is thrown reaches it as INTERNAL_SERVER_ERROR. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly facts: RefusalFacts;

  constructor(code: ErrorCode, detail: string = errorCodes[code][1], facts: RefusalFacts = {}) {
    super(detail);
    this.code = code;
    this.facts = facts;
  }
}

/** One sentence for all: what a viewer may not see does not exist. */
export function notFound(): Refusal {
  return new Refusal('NOT_FOUND');
}

export function conflict(currentVersion: number, cart?: object): Refusal {
  return new Refusal('CONFLICT', undefined, { currentVersion, ...(cart ? { cart } : {}) });
}
