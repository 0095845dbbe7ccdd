/** Several fill it: guests of one table, or whoever serves it. They hear of its changes. */
export function isShared({ ownerKey }: { readonly ownerKey: string }): boolean {
  return /^(shared|table|staff:table):/.test(ownerKey);
}
