/** An amount in minor units (cents, yen, fils) of one currency, with the text a guest reads. */
export interface Money {
  /** At most what an Int of GraphQL holds; the text says more. */
  readonly amount: number;
  readonly currency: string;
  readonly formatted: string;
}

interface CurrencyFormat {
  readonly format: Intl.NumberFormat;
  readonly decimals: number;
}

const formats = new Map<string, CurrencyFormat>();

/** No order comes near it; a cart whose prices were raised since may go beyond, and has to be read all the same. */
const mostInt = 2_147_483_647;

/** Minor units → Money. The number of decimals is the currency's own: 2 for EUR, 0 for JPY, 3 for KWD. */
export function money(amount: number, currency: string, locale: string): Money {
  const { format, decimals } = formatFor(currency, locale);
  return {
    amount: Math.min(amount, mostInt),
    currency,
    formatted: format.format(asDecimal(amount, decimals)),
  };
}

function formatFor(currency: string, locale: string): CurrencyFormat {
  const key = `${locale} ${currency}`;
  let known = formats.get(key);
  if (!known) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    known = { format, decimals: format.resolvedOptions().maximumFractionDigits ?? 2 };
    formats.set(key, known);
  }
  return known;
}

/** Intl formats decimal strings exactly, so no float comes near a price. */
function asDecimal(amount: number, decimals: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  return `${amount < 0 ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral;
}
