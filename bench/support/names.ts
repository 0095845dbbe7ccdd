const manners = [
  'Smoked',
  'Grilled',
  'Spicy',
  'Crispy',
  'Braised',
  'Roasted',
  'Stuffed',
  'Pulled',
  'Glazed',
  'Rustic',
];
const dishes = [
  'Burger',
  'Ramen',
  'Salad',
  'Lasagne',
  'Taco',
  'Curry',
  'Risotto',
  'Kebab',
  'Pizza',
  'Omelette',
];
const cuts = [
  'Chopped',
  'Pickled',
  'Melted',
  'Shaved',
  'Toasted',
  'Fresh',
  'Candied',
  'Whipped',
  'Double',
  'Vegan',
];
const toppings = [
  'Onion',
  'Garlic',
  'Cheddar',
  'Basil',
  'Walnut',
  'Bacon',
  'Pepper',
  'Mushroom',
  'Avocado',
  'Egg',
  'Olive',
  'Gherkin',
  'Feta',
  'Spinach',
  'Almond',
  'Chorizo',
  'Jalapeno',
  'Truffle',
  'Mango',
  'Caper',
];

/** Up to 100 dishes, no two named alike: Smoked Burger, Smoked Ramen … */
export function dishName(index: number): string {
  return `${manners[Math.floor(index / 10) % 10]} ${dishes[index % 10]}`;
}

/** Up to 200 toppings, no two named alike: Chopped Onion, Chopped Garlic … */
export function toppingName(index: number): string {
  return `${cuts[Math.floor(index / 20) % 10]} ${toppings[index % 20]}`;
}
