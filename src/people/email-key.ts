/** Two addresses are one when these are equal: the case of letters does not tell people apart. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
