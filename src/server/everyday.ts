/**
 * Mutations that the audit does not keep: what guests and customers do for themselves, and what kitchen and floor do all day.
 * Every other one is kept, so a new one is until it is listed here.
 */
export const everyday: ReadonlySet<string> = new Set([
  'register',
  'verifyEmail',
  'resendVerification',
  'requestPasswordReset',
  'signIn',
  'refreshSession',
  'signOut',
  'renewConnection',
  'updateMe',
  'startVisit',
  'openCart',
  'addToCart',
  'setCartLineQuantity',
  'removeCartLine',
  'clearCart',
  'setCartTip',
  'parseOrder',
  'placeOrder',
  'addToOrder',
  'moveOrder',
  'closeTable',
  'setItemAvailable',
  'setItemStock',
  'setModifierAvailable',
]);
