/**
 * Who gets which answer, written by hand: one line for every field, and for every thing it can be asked about.
 *
 *   OK yes · NF NOT_FOUND · FB FORBIDDEN · UA UNAUTHENTICATED · IM ILLEGAL_MOVE · LO LAST_OWNER · TI TOKEN_INVALID · SI SECOND_FACTOR_INVALID · PW PASSWORD_WRONG
 *
 * `nobody` sends no token. `guest` holds a visit at the restaurant's table, `customer` is signed in and works nowhere, the five
 * roles work at the restaurant, `elsewhere` owns another one. A line that says "own" lets each ask for what is its own; nobody
 * has nothing, and asks for a guest's. "a guest's" is always another guest's, at the same table.
 */
export const table = `
                                                nobody guest customer OWNER MANAGER KITCHEN FLOOR COURIER elsewhere
Query.errorCodes                                OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.me                                        UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.exportMe                                  UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.verifyToken                               OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.restaurant                                OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.restaurant: its tables                    NF     NF    NF       OK    OK      OK      OK    OK      NF
Query.restaurant: its tables' codes             NF     NF    NF       OK    OK      FB      OK    FB      NF
Query.restaurant: its archived tables           NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.restaurant: its sheet of codes            NF     NF    NF       OK    OK      FB      OK    FB      NF
Query.restaurant: its counter's code            OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.restaurant: its keys                      NF     NF    NF       OK    FB      FB      FB    FB      NF
Query.restaurant: its orders                    NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.restaurant: who reads guests' words       NF     NF    NF       OK    OK      OK      OK    OK      NF
Query.restaurant: its preparation               NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.restaurant: its figures                   NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.restaurant: its use of language models    NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.restaurantAudit                           NF     NF    NF       OK    FB      FB      FB    FB      NF
Query.people                                    NF     NF    NF       NF    NF      NF      NF    NF      NF
Query.orders                                    NF     NF    NF       NF    NF      NF      NF    NF      NF
Query.auditEntries                              NF     NF    NF       NF    NF      NF      NF    NF      NF
Query.myAuditEntries                            UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.myRestaurants                             UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.myRestaurants: the archived               UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.myWorkplaces                              UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.myWorkplaces: the archived                UA     UA    OK       OK    OK      OK      OK    OK      OK
Query.restaurantKeys                            NF     NF    NF       OK    FB      FB      FB    FB      NF
Query.restaurantTables                          NF     NF    NF       OK    OK      OK      OK    OK      NF
Query.restaurantTables: the archived            NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.staffInvites                              NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.restaurantStaff                           NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.restaurantInvites                         NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.menu                                      OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.wholeMenu                                 NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.menuAliases                               NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.aliasSuggestions                          NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.modifierGroups                            NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.stock                                     NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.exportMenu                                NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.categories                                OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.items                                     OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.items: hidden ones too                    NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.items: by stock                           NF     NF    NF       OK    OK      OK      OK    FB      NF
Query.item                                      OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.item: a hidden one                        NF     NF    NF       OK    OK      OK      OK    NF      NF
Query.itemsById                                 OK     OK    OK       OK    OK      OK      OK    OK      OK
Query.archivedMenuEntries                       NF     NF    NF       OK    OK      FB      FB    FB      NF
Query.cart: own                                 NF     OK    OK       OK    OK      OK      OK    OK      OK
Query.cart: a guest's                           NF     NF    NF       NF    NF      NF      NF    NF      NF
Query.cart: the staff's, for the table          NF     NF    NF       OK    OK      FB      OK    FB      NF
Query.cart: shared by guests of the table       NF     NF    NF       NF    NF      NF      NF    NF      NF
Query.order: own                                NF     OK    OK       OK    OK      OK      OK    OK      OK
Query.order: a guest's                          NF     NF    NF       OK    OK      OK      OK    NF      NF
Query.order: a guest's, the courier's           NF     NF    NF       OK    OK      OK      OK    OK      NF
Query.splitByLines: own                         NF     OK    OK       OK    OK      OK      OK    OK      OK
Query.splitByLines: a guest's                   NF     NF    NF       OK    OK      OK      OK    NF      NF
Query.myOrders                                  UA     OK    OK       OK    OK      OK      OK    OK      OK
Query.myDeliveries                              NF     NF    NF       OK    OK      FB      FB    OK      NF
Query.trackOrder                                OK     OK    OK       OK    OK      OK      OK    OK      OK

Mutation.register                               OK     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.verifyEmail: an unknown token          TI     TI    TI       TI    TI      TI      TI    TI      TI
Mutation.resendVerification                     OK     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.requestPasswordReset                   OK     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.resetPassword: an unknown token        TI     TI    TI       TI    TI      TI      TI    TI      TI
Mutation.changePassword: a wrong password       UA     UA    PW       PW    PW      PW      PW    PW      PW
Mutation.changeEmail: a wrong password          UA     UA    PW       PW    PW      PW      PW    PW      PW
Mutation.confirmEmail: an unknown token         TI     TI    TI       TI    TI      TI      TI    TI      TI
Mutation.updateMe                               UA     UA    OK       OK    OK      OK      OK    OK      OK
Mutation.deleteMe: a wrong password             UA     UA    PW       PW    PW      PW      PW    PW      PW
Mutation.signIn                                 OK     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.refreshSession                         OK     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.signOut                                UA     UA    OK       OK    OK      OK      OK    OK      OK
Mutation.renewConnection: a broken token        UA     UA    UA       UA    UA      UA      UA    UA      UA
Mutation.beginSecondFactor                      UA     UA    OK       OK    OK      OK      OK    OK      OK
Mutation.confirmSecondFactor: a wrong code      UA     UA    SI       SI    SI      SI      SI    SI      SI
Mutation.disableSecondFactor: none set up       UA     UA    OK       OK    OK      OK      OK    OK      OK
Mutation.startVisit                             OK     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.createRestaurant                       UA     UA    OK       OK    OK      OK      OK    OK      OK
Mutation.updateRestaurant                       NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.setSecondFactorRequired                NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.setAcceptingOrders                     NF     NF    NF       OK    OK      FB      OK    FB      NF
Mutation.setSelfAssignment                      NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.archiveRestaurant                      NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.restoreRestaurant                      NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.createTable                            NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.closeTable                             NF     NF    NF       OK    OK      FB      OK    FB      NF
Mutation.renameTable                            NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.archiveTable                           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.rotateTableCode                        NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.removeStaff: a cook                    NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.removeStaff: a manager                 NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.removeStaff: a second owner            NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.removeStaff: the last owner            NF     NF    NF       LO    FB      FB      FB    FB      NF
Mutation.removeStaff: somebody gone             NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.removeStaff: somebody never here       NF     NF    NF       NF    NF      FB      FB    FB      NF
Mutation.changeStaffRole: a cook to the floor   NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.changeStaffRole: a cook to manager     NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.changeStaffRole: a manager to cook     NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.changeStaffRole: the last owner        NF     NF    NF       LO    FB      FB      FB    FB      NF
Mutation.changeStaffRole: somebody not here     NF     NF    NF       NF    NF      FB      FB    FB      NF
Mutation.leaveRestaurant                        NF     NF    NF       LO    OK      OK      OK    OK      NF
Mutation.transferOwnership                      NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.inviteStaff: a courier                 NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.inviteStaff: a manager                 NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.inviteStaff: an owner                  NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.resendInvite: a cook's                 NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.resendInvite: a manager's              NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.revokeInvite: a cook's                 NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.revokeInvite: a manager's              NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.acceptInvite: somebody else's          UA     UA    TI       TI    TI      TI      TI    TI      TI
Mutation.grantAdmin                             NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.revokeAdmin                            NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.suspendPerson                          NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.unsuspendPerson                        NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.resetSecondFactor                      NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.suspendRestaurant                      NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.unsuspendRestaurant                    NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.createApiKey                           NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.revokeApiKey                           NF     NF    NF       OK    FB      FB      FB    FB      NF
Mutation.createCategory                         NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.editCategory                           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.importMenu                             NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.translateMenuEntry                     NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.approveAlias                           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.dismissAlias                           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.createItem                             NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.editItem                               NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.createVariant                          NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.editVariant                            NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.createModifierGroup                    NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.editModifierGroup                      NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.createModifier                         NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.editModifier                           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.attachModifierGroup                    NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.detachModifierGroup                    NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.archiveMenuEntry: a category           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.archiveMenuEntry: an item              NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.archiveMenuEntry: a variant            NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.archiveMenuEntry: a modifier group     NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.archiveMenuEntry: a modifier           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.restoreMenuEntry: an item              NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.reorderMenu: categories                NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.reorderMenu: items                     NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.reorderMenu: modifier groups           NF     NF    NF       OK    OK      FB      FB    FB      NF
Mutation.setItemAvailable                       NF     NF    NF       OK    OK      OK      OK    FB      NF
Mutation.setItemStock                           NF     NF    NF       OK    OK      OK      OK    FB      NF
Mutation.setModifierAvailable                   NF     NF    NF       OK    OK      OK      OK    FB      NF
Mutation.setVariantAvailable                    NF     NF    NF       OK    OK      OK      OK    FB      NF
Mutation.setVariantStock                        NF     NF    NF       OK    OK      OK      OK    FB      NF
Mutation.setModifierStock                       NF     NF    NF       OK    OK      OK      OK    FB      NF
Mutation.openCart: own                          UA     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.openCart: as staff, for a table        UA     UA    NF       OK    OK      FB      OK    FB      NF
Mutation.openCart: that of the table's guests   UA     OK    FB       FB    FB      FB      FB    FB      FB
Mutation.shareCart: own                         NF     OK    FB       FB    FB      FB      FB    FB      FB
Mutation.shareCart: a guest's                   NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.joinCart: own, into a guest's          UA     OK    FB       FB    FB      FB      FB    FB      FB
Mutation.leaveCart: own                         NF     OK    FB       FB    FB      FB      FB    FB      FB
Mutation.leaveCart: a guest's                   NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.addToCart: own                         NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.addToCart: a guest's                   NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.setCartLineQuantity: own               NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.setCartLineQuantity: a guest's         NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.setCartLineNote: own                   NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.setCartLineNote: a guest's             NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.acceptPrices: own                      NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.acceptPrices: a guest's                NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.removeCartLine: own                    NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.removeCartLine: a guest's              NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.clearCart: own                         NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.clearCart: a guest's                   NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.setCartTip: own                        NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.setCartTip: a guest's                  NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.setCartFulfilment: own                 NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.setCartFulfilment: a guest's           NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.parseOrder: own                        UA     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.parseOrder: into a guest's cart        NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.placeOrder: own                        NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.placeOrder: a guest's cart             NF     NF    NF       NF    NF      NF      NF    NF      NF
Mutation.placeOrder: the staff's, for a table   NF     NF    NF       OK    OK      FB      OK    FB      NF
Mutation.addToOrder: own                        NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.addToOrder: own cart, to a guest's     NF     NF    NF       OK    OK      FB      OK    NF      NF
Mutation.discountOrder: own                     NF     FB    FB       OK    OK      FB      FB    FB      FB
Mutation.discountOrder: a guest's               NF     NF    NF       OK    OK      FB      FB    NF      NF
Mutation.removeDiscount: own                    NF     FB    FB       OK    OK      FB      FB    FB      FB
Mutation.removeDiscount: a guest's              NF     NF    NF       OK    OK      FB      FB    NF      NF
Mutation.voidLine: own                          NF     FB    FB       OK    OK      FB      FB    FB      FB
Mutation.voidLine: a guest's                    NF     NF    NF       OK    OK      FB      FB    NF      NF
Mutation.orderAgain: own                        NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.orderAgain: own cart, a guest's order  NF     NF    NF       OK    OK      OK      OK    NF      NF
Mutation.moveOrder: own, cancel                 NF     OK    OK       OK    OK      OK      OK    OK      OK
Mutation.moveOrder: own, accept                 NF     IM    IM       OK    OK      OK      OK    IM      IM
Mutation.moveOrder: own, cancel once accepted   NF     IM    IM       OK    OK      IM      OK    IM      IM
Mutation.moveOrder: a guest's, accept           NF     NF    NF       OK    OK      OK      OK    NF      NF
Mutation.moveOrder: a guest's, reject           NF     NF    NF       OK    OK      OK      OK    NF      NF
Mutation.moveOrder: a guest's, cancel           NF     NF    NF       OK    OK      IM      OK    NF      NF
Mutation.moveOrder: a guest's, prepare          NF     NF    NF       OK    OK      OK      IM    NF      NF
Mutation.moveOrder: a guest's, ready            NF     NF    NF       OK    OK      OK      IM    NF      NF
Mutation.moveOrder: a guest's, complete         NF     NF    NF       OK    OK      OK      OK    NF      NF
Mutation.moveOrder: the courier's, on its way   NF     NF    NF       OK    OK      IM      OK    OK      NF
Mutation.assignCourier: own                     NF     FB    FB       OK    OK      FB      FB    FB      FB
Mutation.assignCourier: a guest's               NF     NF    NF       OK    OK      FB      FB    NF      NF
Mutation.failDelivery: nobody's                 NF     NF    NF       OK    OK      IM      OK    NF      NF
Mutation.failDelivery: the courier's            NF     NF    NF       OK    OK      IM      OK    OK      NF
Mutation.moveLines: own, bump                   NF     IM    IM       OK    OK      OK      IM    IM      IM
Mutation.moveLines: a guest's, bump             NF     NF    NF       OK    OK      OK      IM    NF      NF
Mutation.moveLines: a guest's, hold             NF     NF    NF       OK    OK      OK      OK    NF      NF
Mutation.promiseOrder: own                      NF     FB    FB       OK    OK      OK      FB    FB      FB
Mutation.promiseOrder: a guest's                NF     NF    NF       OK    OK      OK      FB    NF      NF

Subscription.kitchenTickets                     NF     NF    NF       OK    OK      OK      OK    FB      NF
Subscription.restaurantOrders                   NF     NF    NF       OK    OK      OK      OK    FB      NF
Subscription.liveFigures                        NF     NF    NF       OK    OK      FB      FB    FB      NF
Subscription.menuUpdates                        OK     OK    OK       OK    OK      OK      OK    OK      OK
Subscription.cartUpdates: own                   NF     OK    FB       FB    FB      FB      FB    FB      FB
Subscription.cartUpdates: the staff's           NF     NF    NF       OK    OK      FB      OK    FB      NF
Subscription.cartUpdates: a guest's             NF     NF    NF       NF    NF      NF      NF    NF      NF
Subscription.orderUpdates: own                  NF     OK    OK       OK    OK      OK      OK    OK      OK
Subscription.orderUpdates: a guest's            NF     NF    NF       OK    OK      OK      OK    NF      NF
Subscription.myDeliveries                       NF     NF    NF       OK    OK      FB      FB    OK      NF
Subscription.trackedOrderUpdates                OK     OK    OK       OK    OK      OK      OK    OK      OK
`;

/** Fields that have no line. There is none, and there never need be one. */
export const exceptions: readonly string[] = [];
