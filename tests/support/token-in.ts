/** The token that a letter carries, alone on its line. */
export function tokenIn(letter: string): string {
  const { token } = /^ +(?<token>[\w-]{43})$/m.exec(letter)?.groups ?? {};
  if (!token) throw new Error(`There is no token in this letter:\n${letter}`);
  return token;
}
