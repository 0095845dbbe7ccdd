/** What a guest's page shows of a menu: both servers answer it alike. */
export const menuQuery = `query Menu($slug: String!) {
  menu(slug: $slug) {
    restaurantId
    slug
    title
    currency
    version
    categories {
      id
      slug
      title
      description
      hidden
      items {
        id
        title
        description
        price { amount currency formatted }
        featured
        hidden
        available
        tags
        allergens
        variants { id label isDefault price { amount currency formatted } }
        modifierGroups { id title min max modifiers { id title isDefault available price { amount currency formatted } } }
      }
    }
  }
}`;
