import { Agent, request } from 'node:http';

export interface Post {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const agent = new Agent({ keepAlive: true, keepAliveMsecs: 60_000 });

/** Posts everything, `atOnce` at a time. */
export async function load(url: string, posts: readonly Post[], atOnce: number): Promise<void> {
  const left = posts.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await post(url, one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The body of the answer. Throws when it is a GraphQL error, so that no failure counts as a quick answer. */
export async function post(url: string, { body, headers }: Post): Promise<string> {
  const answer = await send(url, 'POST', body, { 'content-type': 'application/json', ...headers });
  if (!answer.startsWith('{"data":{')) throw new Error(`Not an answer with data: ${answer.slice(0, 500)}`);
  return answer;
}

export function get(url: string): Promise<string> {
  return send(url, 'GET', '', {});
}

function send(
  url: string,
  method: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
