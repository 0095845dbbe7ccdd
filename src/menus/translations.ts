/** What an entry of a menu is called in other languages, by their BCP 47 tags. What one does not say is said in the restaurant's own. */
export type Translations = Readonly<Record<string, Translation>>;

export interface Translation {
  readonly title?: string;
  readonly description?: string;
}
