/** A menu as a document. Whatever its shape: it is what a client sends, also a wrong one. */
// biome-ignore lint/suspicious/noExplicitAny: tests spoil it in every way there is.
export type Doc = any;
