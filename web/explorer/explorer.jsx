import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';

const endpoint = new URL('../graphql', document.baseURI);
const socketEndpoint = new URL(endpoint);
socketEndpoint.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';

const defaultQuery = `# Ctrl-Enter runs, Ctrl-Space completes.
# Credentials go in the Headers tab, for
# queries and subscriptions alike:
# { "Authorization": "Bearer …",
#   "Comanda-Visit": "…" }

query Menu {
  menu(slug: "trattoria-comanda") {
    title
    categories {
      title
      items {
        title
        price {
          formatted
        }
      }
    }
  }
}
`;

// Monaco names a worker by its language and falls back to the plain editor worker.
globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const name = label === 'graphql' || label === 'json' ? label : 'editor';
    return new Worker(new URL(`./${name}.worker.js`, import.meta.url), { type: 'module' });
  },
};

function fetcher(request, { headers, documentAST } = {}) {
  const operation = documentAST && getOperationAST(documentAST, request.operationName);
  return operation?.operation === 'subscription' ? subscribe(request, headers) : post(request, headers);
}

async function post(request, headers) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
      'Apollo-Require-Preflight': 'true',
    },
    body: JSON.stringify(request),
  });
  if (response.headers.get('content-type')?.includes('json')) return response.json();
  return { errors: [{ message: `${response.status} ${response.statusText}` }] };
}

// An observable rather than an async generator: stopping a generator that waits
// for its next event would wait for that event too.
function subscribe(request, headers) {
  return {
    subscribe(observer) {
      const client = createClient({
        url: socketEndpoint.href,
        connectionParams: connectionParams(headers),
        // Show a failure at once instead of after several silent attempts.
        retryAttempts: 0,
      });
      const unsubscribe = client.subscribe(request, {
        next: (result) => observer.next(result),
        error: (error) => observer.error(readable(error)),
        complete: () => observer.complete(),
      });
      return { unsubscribe };
    },
  };
}

// A browser can't set headers on a WebSocket, so the server reads them from here.
function connectionParams(headers) {
  const typed = new Headers(headers);
  return {
    authorization: typed.get('Authorization') ?? undefined,
    visitToken: typed.get('Comanda-Visit') ?? undefined,
  };
}

// A CloseEvent has no own properties, so it would be shown as an empty object.
function readable(error) {
  if (!(error instanceof CloseEvent)) return error;
  return { message: `The socket closed: ${error.code} ${error.reason}`.trim() };
}

// The history keeps the headers of every request, and credentials must not outlive the page.
const storage = {
  get length() {
    return localStorage.length;
  },
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, isHistory(key) ? withoutHeaders(value) : value),
  removeItem: (key) => localStorage.removeItem(key),
  clear() {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('graphiql:')) localStorage.removeItem(key);
    }
  },
};

function isHistory(key) {
  return key === 'graphiql:queries' || key === 'graphiql:favorites';
}

function withoutHeaders(json) {
  return JSON.stringify(JSON.parse(json, (key, value) => (key === 'headers' ? undefined : value)));
}

createRoot(document.getElementById('explorer')).render(
  <GraphiQL fetcher={fetcher} storage={storage} defaultQuery={defaultQuery} shouldPersistHeaders={false}>
    <GraphiQL.Logo>Comanda</GraphiQL.Logo>
  </GraphiQL>,
);
