/** What an API key may do in its restaurant. */
export const scopes = ['menu:read', 'menu:write', 'orders:read', 'orders:write', 'kitchen:read'] as const;

export type Scope = (typeof scopes)[number];
