import type { APIError, OpenAI } from 'openai';
import type { Model, ModelQuestion, ModelReply } from './model.ts';
import { ModelError } from './model-error.ts';

export interface OpenaiOptions {
  /** Of any endpoint that speaks chat completions: https://api.openai.com/v1. */
  readonly baseUrl: string;
  /** Null: the endpoint wants none. */
  readonly apiKey: string | null;
  readonly model: string;
  /** Whether the answer comes in pieces; it is used when it is whole. */
  readonly stream: boolean;
}

/** A model behind OpenAI's protocol of chat completions, by OpenAI's own client. That is loaded here: who has no model does not pay for it. */
export async function openaiModel({ baseUrl, apiKey, model, stream }: OpenaiOptions): Promise<Model> {
  const openai = await import('openai');
  const client = new openai.OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    // What it would read from the environment by itself.
    organization: null,
    project: null,
    logLevel: 'off',
    // Whoever asks decides whether it is worth trying again.
    maxRetries: 0,
  });
  return {
    name: `openai ${model}`,
    async ask(question, signal) {
      const body = bodyOf(model, question);
      try {
        if (!stream) return replyOf(await client.chat.completions.create(body, { signal }));
        const options = { stream: true, stream_options: { include_usage: true } } as const;
        return await gathered(await client.chat.completions.create({ ...body, ...options }, { signal }));
      } catch (error) {
        if (signal.aborted || error instanceof ModelError) throw error;
        throw asModelError(error, openai.APIError);
      }
    },
  };
}

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

function bodyOf(model: string, { instructions, text, schema }: ModelQuestion): Body {
  return {
    model,
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: text },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'order', strict: true, schema } },
  };
}

/** Endpoints are of many makers: nothing of what they send is taken for granted. */
type Loose<T> = { readonly [K in keyof T]?: Loose<T[K]> | null };

function replyOf(completion: Loose<OpenAI.Chat.Completions.ChatCompletion>): ModelReply {
  const choice = completion?.choices?.[0];
  if (!choice?.message) throw new ModelError('did not answer as the protocol says', false);
  const { content, refusal } = choice.message;
  return {
    text: refusal || typeof content !== 'string' ? null : content,
    complete: !choice.finish_reason || choice.finish_reason === 'stop',
    ...tokensOf(completion.usage),
  };
}

async function gathered(chunks: AsyncIterable<Loose<OpenAI.Chat.Completions.ChatCompletionChunk>>) {
  let text = '';
  let refused = false;
  let finish: unknown = null;
  let tokens = tokensOf(null);
  for await (const { choices, usage } of chunks) {
    const choice = choices?.[0];
    if (typeof choice?.delta?.content === 'string') text += choice.delta.content;
    if (choice?.delta?.refusal) refused = true;
    finish = choice?.finish_reason ?? finish;
    if (usage) tokens = tokensOf(usage);
  }
  if (finish === null) throw new ModelError('broke off', true);
  return { text: refused ? null : text, complete: finish === 'stop', ...tokens };
}

function tokensOf(usage: Loose<OpenAI.CompletionUsage> | null | undefined) {
  return { tokensIn: Number(usage?.prompt_tokens ?? 0), tokensOut: Number(usage?.completion_tokens ?? 0) };
}

/** Only the number of the answer: its words may quote the key, or the guest. */
function asModelError(error: unknown, kind: typeof APIError): ModelError {
  if (!(error instanceof kind)) return new ModelError('broke off', true);
  const { status, headers, code } = error;
  if (status === undefined) return new ModelError('could not be reached', true);
  const isPassing = status >= 500 || status === 408 || (status === 429 && code !== 'insufficient_quota');
  return new ModelError(`answered ${status}`, isPassing, waitOf(headers?.get('retry-after')));
}

/** Seconds, or a date. */
function waitOf(header: string | null | undefined): number | null {
  if (!header) return null;
  const wait = /^\s*\d/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
