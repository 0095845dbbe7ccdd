import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client asked, as it came over the wire. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly stream?: boolean;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: {
      readonly type: string;
      readonly json_schema: { readonly strict: boolean; readonly schema: Record<string, unknown> };
    };
  };
}

export type Answer = (response: ServerResponse, asked: Asked) => void;

/** Speaks chat completions as OpenAI does, and misbehaves as networks do. */
export class ModelServer {
  readonly asked: Asked[] = [];
  /** One for each request; the last one goes on for all that follow. */
  private answers: Answer[] = [];
  private readonly server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      const asked = { path: request.url!, headers: request.headers, body: JSON.parse(text) as Asked['body'] };
      this.asked.push(asked);
      const answer = this.answers.length > 1 ? this.answers.shift()! : this.answers[0];
      (answer ?? answers.status(500))(response, asked);
    });
  });

  static async start(): Promise<ModelServer> {
    const one = new ModelServer();
    await new Promise<void>((resolve) => one.server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** From now on. */
  will(...answers: Answer[]): void {
    this.asked.length = 0;
    this.answers = answers;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const usage = { prompt_tokens: 900, completion_tokens: 70, total_tokens: 970 };

/** Ways to answer. */
export const answers = {
  /** A whole answer with this content: an object, or any text. */
  saying:
    (content: unknown, finish = 'stop'): Answer =>
    (response, { body }) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      if (body.stream) stream(response, text, finish);
      else json(response, completion({ role: 'assistant', content: text, refusal: null }, finish));
    },

  /** Says something that depends on the question. */
  replying:
    (reply: (asked: Asked) => unknown): Answer =>
    (response, asked) =>
      answers.saying(reply(asked))(response, asked),

  refusing:
    (): Answer =>
    (response, { body }) => {
      const refusal = "I'm sorry, I can't help with that.";
      if (body.stream) events(response, [chunk({ refusal }, null), chunk({}, 'stop')]);
      else json(response, completion({ role: 'assistant', content: null, refusal }, 'stop'));
    },

  status:
    (status: number, headers: Record<string, string> = {}, code = 'server_error'): Answer =>
    (response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(
        JSON.stringify({
          error: { message: 'Wrong key sk-secret for: a coke', type: code, code, param: null },
        }),
      );
    },

  /** Any body, with status 200. */
  body:
    (text: string, type = 'application/json'): Answer =>
    (response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(text);
    },

  /** Takes the question and says nothing. */
  silence: (): Answer => () => {},

  /** Hangs up: at once, or with half of the answer on its way. */
  cutting:
    (half = ''): Answer =>
    (response) => {
      if (half) {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': half.length * 2 });
        response.write(half, () => response.destroy());
      } else response.destroy();
    },

  /** Pieces of a stream that ends, or breaks, before the answer does. */
  cutStream:
    (content: unknown, breaks: boolean): Answer =>
    (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const text = JSON.stringify(content);
      const written = `data: ${JSON.stringify(chunk({ content: text.slice(0, text.length / 2) }, null))}\n\n`;
      if (breaks) response.write(written, () => response.destroy());
      else response.end(written);
    },
};

function completion(message: object, finish: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'test-model',
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish }],
    usage,
  };
}

function chunk(delta: object, finish: string | null): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'test-model',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

function stream(response: ServerResponse, text: string, finish: string): void {
  const pieces = text.match(/.{1,7}/gs) ?? [];
  events(response, [
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces.map((content) => chunk({ content }, null)),
    chunk({}, finish),
    { ...chunk({}, null), choices: [], usage },
  ]);
}

function events(response: ServerResponse, chunks: readonly object[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const one of chunks) response.write(`data: ${JSON.stringify(one)}\n\n`);
  response.end('data: [DONE]\n\n');
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
