type Titles = Readonly<Record<string, { readonly title: string }>>;

/** What the demo's entries are called in other languages, by their titles. Read when it is seeded, and then no more. */
export async function demoTitles(): Promise<(title: string) => Titles> {
  const files = await Promise.all([
    import('./demo-titles/es.json', { with: { type: 'json' } }),
    import('./demo-titles/fr.json', { with: { type: 'json' } }),
    import('./demo-titles/de.json', { with: { type: 'json' } }),
    import('./demo-titles/it.json', { with: { type: 'json' } }),
    import('./demo-titles/pt.json', { with: { type: 'json' } }),
    import('./demo-titles/zh.json', { with: { type: 'json' } }),
    import('./demo-titles/ja.json', { with: { type: 'json' } }),
    import('./demo-titles/ar.json', { with: { type: 'json' } }),
    import('./demo-titles/hi.json', { with: { type: 'json' } }),
  ]);
  const languages = ['es', 'fr', 'de', 'it', 'pt', 'zh', 'ja', 'ar', 'hi'];
  const titles = files.map((file): Readonly<Record<string, string>> => file.default);
  return (title) =>
    Object.fromEntries(
      languages.flatMap((language, at) => {
        const other = titles[at]![title];
        return other ? [[language, { title: other }]] : [];
      }),
    );
}
