import { type Language, languageOf } from './language.ts';

/** Loaded when first spoken: a process that hears only English never reads Chinese. */
export const languages = {
  en: async (): Promise<Language> => {
    const [{ en }, food] = await Promise.all([
      import('./words/en.ts'),
      import('./food/en.json', { with: { type: 'json' } }),
    ]);
    return languageOf(en, food.default);
  },
  es: async (): Promise<Language> => {
    const [{ es }, food] = await Promise.all([
      import('./words/es.ts'),
      import('./food/es.json', { with: { type: 'json' } }),
    ]);
    return languageOf(es, food.default);
  },
  fr: async (): Promise<Language> => {
    const [{ fr }, food] = await Promise.all([
      import('./words/fr.ts'),
      import('./food/fr.json', { with: { type: 'json' } }),
    ]);
    return languageOf(fr, food.default);
  },
  de: async (): Promise<Language> => {
    const [{ de }, food] = await Promise.all([
      import('./words/de.ts'),
      import('./food/de.json', { with: { type: 'json' } }),
    ]);
    return languageOf(de, food.default);
  },
  it: async (): Promise<Language> => {
    const [{ it }, food] = await Promise.all([
      import('./words/it.ts'),
      import('./food/it.json', { with: { type: 'json' } }),
    ]);
    return languageOf(it, food.default);
  },
  pt: async (): Promise<Language> => {
    const [{ pt }, food] = await Promise.all([
      import('./words/pt.ts'),
      import('./food/pt.json', { with: { type: 'json' } }),
    ]);
    return languageOf(pt, food.default);
  },
  zh: async (): Promise<Language> => {
    const [{ zh }, food] = await Promise.all([
      import('./words/zh.ts'),
      import('./food/zh.json', { with: { type: 'json' } }),
    ]);
    return languageOf(zh, food.default);
  },
  ja: async (): Promise<Language> => {
    const [{ ja }, food] = await Promise.all([
      import('./words/ja.ts'),
      import('./food/ja.json', { with: { type: 'json' } }),
    ]);
    return languageOf(ja, food.default);
  },
  ar: async (): Promise<Language> => {
    const [{ ar }, food] = await Promise.all([
      import('./words/ar.ts'),
      import('./food/ar.json', { with: { type: 'json' } }),
    ]);
    return languageOf(ar, food.default);
  },
  hi: async (): Promise<Language> => {
    const [{ hi }, food] = await Promise.all([
      import('./words/hi.ts'),
      import('./food/hi.json', { with: { type: 'json' } }),
    ]);
    return languageOf(hi, food.default);
  },
};

export type LanguageCode = keyof typeof languages;
