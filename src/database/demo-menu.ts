// Long because it is data: one restaurant's whole menu, easier to read in one place than cut into parts.

/** What the seed writes. Prices are in the currency's minor units. */
export interface DemoMenu {
  restaurant: {
    slug: string;
    title: string;
    currency: string;
    timeZone: string;
    locale: string;
    taxPerMillion: number;
    pricesIncludeTax: boolean;
  };
  tables: string[];
  groups: Record<string, DemoGroup>;
  categories: DemoCategory[];
}

/** Choose at least min and at most max of the modifiers. */
export interface DemoGroup {
  title: string;
  min: number;
  max: number;
  modifiers: DemoModifier[];
}

export interface DemoModifier {
  title: string;
  /** What it adds to the item's price, whatever the size. */
  price: number;
  isDefault?: boolean;
}

export interface DemoCategory<GroupKey extends string = string> {
  slug: string;
  title: string;
  description: string | null;
  items: DemoItem<GroupKey>[];
}

export interface DemoItem<GroupKey extends string = string> {
  title: string;
  description: string;
  /** The default variant's price where there are variants. */
  price: number;
  featured?: boolean;
  hidden?: boolean;
  /** Portions left; absent where nobody counts. */
  stock?: number;
  /** `vegan` implies `vegetarian`; `vegetarian` excludes cheeses set with animal rennet. */
  tags: DemoTag[];
  /** Those of the dish as it comes, and of every choice in a group that has no default. */
  allergens: DemoAllergen[];
  variants: DemoVariant[];
  groups: GroupKey[];
}

export interface DemoVariant {
  label: string;
  price: number;
  isDefault?: boolean;
}

export type DemoTag = 'vegetarian' | 'vegan' | 'gluten-free' | 'spicy' | 'seasonal' | 'alcohol';

/** The fourteen of EU Regulation 1169/2011, Annex II. */
export type DemoAllergen =
  | 'GLUTEN'
  | 'CRUSTACEANS'
  | 'EGGS'
  | 'FISH'
  | 'PEANUTS'
  | 'SOYBEANS'
  | 'MILK'
  | 'NUTS'
  | 'CELERY'
  | 'MUSTARD'
  | 'SESAME'
  | 'SULPHITES'
  | 'LUPIN'
  | 'MOLLUSCS';

const groups = {
  // What an item comes with, and a guest may leave off.
  onBruschetta: included('On the bruschetta', 'Tomato', 'Garlic', 'Basil'),
  withBurrata: included('With the burrata', 'Roasted peppers', 'Toasted almonds', 'Basil oil'),
  withCalamari: included('With the calamari', 'Aioli', 'Lemon wedge'),
  onMargherita: included('On the Margherita', 'Tomato', 'Mozzarella', 'Basil'),
  onMarinara: included('On the marinara', 'Tomato', 'Garlic', 'Oregano'),
  onPepperoni: included('On the pepperoni pizza', 'Tomato', 'Mozzarella', 'Pepperoni'),
  onDiavola: included('On the diavola', 'Tomato', 'Mozzarella', 'Spicy salami', 'Chilli'),
  onFourCheese: included('On the four-cheese pizza', 'Mozzarella', 'Gorgonzola', 'Taleggio', 'Parmesan'),
  onHamAndMushroom: included('On the ham and mushroom pizza', 'Tomato', 'Mozzarella', 'Ham', 'Mushrooms'),
  onGarden: included('On the garden pizza', 'Tomato', 'Mozzarella', 'Courgette', 'Aubergine', 'Peppers'),
  onTuna: included('On the tuna pizza', 'Tomato', 'Mozzarella', 'Tuna', 'Red onion', 'Capers'),
  inCalzone: included('In the calzone', 'Ricotta', 'Mozzarella', 'Ham', 'Spinach'),
  inCarbonara: included('In the carbonara', 'Guanciale', 'Pecorino', 'Black pepper'),
  onBolognese: included('On the bolognese', 'Parmesan'),
  inArrabbiata: included('In the arrabbiata', 'Garlic', 'Parsley'),
  withClams: included('With the clams', 'Garlic', 'Chilli', 'Parsley'),
  withGnocchi: included('With the gnocchi', 'Green beans', 'Ricotta'),
  inRisotto: included('In the risotto', 'Thyme', 'Mascarpone'),
  onPumpkinRavioli: included('On the pumpkin ravioli', 'Sage butter', 'Amaretti crumbs'),
  inBurger: included('In the burger', 'Lettuce', 'Tomato', 'Pickles', 'Onions', 'Burger sauce'),
  inChickpeaBurger: included(
    'In the chickpea burger',
    'Lettuce',
    'Tomato',
    'Pickles',
    'Onions',
    'Tahini sauce',
  ),
  onSteak: included('On the steak', 'Rosemary butter'),
  withMilanese: included('With the Milanese', 'Rocket', 'Cherry tomatoes', 'Lemon wedge'),
  withRoastChicken: included('With the roast chicken', 'Pan gravy', 'Roasted garlic'),
  withSeaBass: included('With the sea bass', 'Salsa verde', 'Lemon wedge'),
  inCaesar: included('In the Caesar', 'Croutons', 'Parmesan', 'Anchovies', 'Caesar dressing'),
  inCaprese: included('In the Caprese', 'Basil', 'Olive oil'),
  inRocketAndPear: included('In the rocket and pear salad', 'Pear', 'Walnuts', 'Gorgonzola'),
  inTunaSalad: included('In the tuna salad', 'White beans', 'Red onion', 'Celery'),
  inFarroSalad: included('In the farro salad', 'Courgette', 'Peppers', 'Sun-dried tomatoes'),
  inSideSalad: included('In the side salad', 'Tomato', 'Cucumber', 'Red onion'),
  inCannoli: included('In the cannoli', 'Candied orange', 'Pistachios'),
  onAffogato: included('On the affogato', 'Chopped hazelnuts'),
  inColdDrink: included('In the glass', 'Ice', 'Lemon slice'),
  inLemonade: included('In the lemonade', 'Ice', 'Mint'),
  onHotChocolate: included('On the hot chocolate', 'Whipped cream', 'Cocoa'),

  // What may be added.
  breadExtras: extras('On top', 2, { 'Melted cheese': 150, 'Chilli flakes': 50 }),
  toppings: extras('Extra toppings', 6, {
    'Extra cheese': 150,
    Mushrooms: 120,
    Pepperoni: 180,
    'Black olives': 100,
    Anchovies: 150,
    Jalapeños: 100,
    'Red onion': 80,
    Rocket: 100,
    'Parma ham': 250,
    'Gluten-free base': 250,
  }),
  pastaExtras: extras('Add to your pasta', 4, {
    'Extra Parmesan': 120,
    'Grilled chicken': 350,
    Prawns: 450,
    'Chilli oil': 50,
    'Gluten-free pasta': 200,
  }),
  finishingTouches: extras('Finishing touches', 3, {
    'Extra Parmesan': 120,
    'Chilli oil': 50,
    'Truffle oil': 180,
  }),
  burgerExtras: extras('Burger extras', 4, {
    'Cheddar cheese': 150,
    Bacon: 180,
    'Fried egg': 150,
    Jalapeños: 100,
    'Extra patty': 400,
    'Gluten-free bun': 150,
  }),
  steakSauces: extras('Sauces', 2, {
    'Peppercorn sauce': 220,
    'Gorgonzola sauce': 250,
    'Mushroom sauce': 220,
  }),
  saladExtras: extras('Add to your salad', 3, {
    'Grilled chicken': 350,
    Prawns: 450,
    Avocado: 200,
    'Boiled egg': 120,
  }),
  dips: extras('Dips', 3, { Ketchup: 50, 'Garlic mayo': 80, 'Spicy tomato dip': 80 }),
  dessertExtras: extras('Sweet extras', 2, { 'Extra cream': 80, 'Chocolate sauce': 80, 'Chopped nuts': 80 }),
  coffeeExtras: extras('Coffee extras', 3, {
    'Extra shot': 70,
    'Vanilla syrup': 60,
    'Caramel syrup': 60,
  }),

  // Choose one; most have a usual answer.
  heat: oneOf('Heat', { Mild: 0, Hot: 0, 'Extra hot': 0 }, 'Hot'),
  doneness: oneOf('Doneness', { Rare: 0, 'Medium rare': 0, Medium: 0, 'Well done': 0 }, 'Medium'),
  side: oneOf(
    'Side',
    { Fries: 0, 'Roast potatoes': 0, 'Side salad': 0, 'Grilled vegetables': 100, 'Sweet potato fries': 100 },
    'Fries',
  ),
  dressing: oneOf(
    'Dressing',
    { 'Balsamic dressing': 0, 'Lemon and olive oil': 0, 'Honey mustard dressing': 0 },
    'Balsamic dressing',
  ),
  pannaCottaSauce: oneOf(
    'Sauce',
    { 'Berry sauce': 0, 'Salted caramel': 0, 'Chocolate sauce': 0 },
    'Berry sauce',
  ),
  milk: oneOf(
    'Milk',
    { 'Whole milk': 0, 'Skimmed milk': 0, 'Lactose-free milk': 30, 'Oat milk': 40, 'Soya milk': 40 },
    'Whole milk',
  ),
  beans: oneOf('Beans', { 'House roast': 0, Decaf: 0 }, 'House roast'),
  tea: oneOf(
    'Tea',
    { 'English breakfast': 0, 'Earl Grey': 0, 'Green tea': 0, Peppermint: 0, Camomile: 0 },
    'English breakfast',
  ),
  wineColour: oneOf('Colour', { Red: 0, White: 0, Rosé: 0 }),
  flavours: choice('Flavours', 1, 3, {
    Vanilla: 0,
    Chocolate: 0,
    Strawberry: 0,
    Pistachio: 0,
    Hazelnut: 0,
    'Lemon sorbet': 0,
  }),
} satisfies Record<string, DemoGroup>;

const categories = [
  {
    slug: 'antipasti',
    title: 'Antipasti',
    description: 'Small plates to share while the oven does its work.',
    items: [
      {
        title: 'Garlic bread',
        description: 'Ciabatta brushed with garlic and parsley butter and toasted until the edges crackle.',
        price: 450,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'MILK'],
        variants: [],
        groups: ['breadExtras'],
      },
      {
        title: 'Bruschetta',
        description: 'Grilled sourdough rubbed with garlic and piled with ripe tomato and torn basil.',
        price: 590,
        tags: ['vegetarian', 'vegan'],
        allergens: ['GLUTEN'],
        variants: [],
        groups: ['onBruschetta'],
      },
      {
        title: 'Burrata',
        description:
          'A whole creamy burrata over slow-roasted peppers, with almonds and a thread of basil oil.',
        price: 1090,
        featured: true,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK', 'NUTS'],
        variants: [],
        groups: ['withBurrata'],
      },
      {
        title: 'Arancini',
        description: 'Three crisp saffron rice balls with peas and a molten mozzarella heart.',
        price: 750,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'CELERY'],
        variants: [],
        groups: ['dips'],
      },
      {
        title: 'Fried calamari',
        description: 'Squid rings in a light semolina crust, served hot with aioli and lemon.',
        price: 980,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MOLLUSCS'],
        variants: [],
        groups: ['withCalamari'],
      },
      {
        title: 'Minestrone',
        description: 'A generous bowl of seasonal vegetables and borlotti beans in a clear tomato broth.',
        price: 690,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: ['CELERY'],
        variants: [],
        groups: [],
      },
      {
        title: 'Marinated olives',
        description: 'Green olives warmed with orange peel, fennel seed and bay.',
        price: 390,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        variants: [],
        groups: [],
      },
    ],
  },
  {
    slug: 'pizza',
    title: 'Pizza',
    description:
      'Dough rested for two days and baked on stone; every pizza but the calzone comes in three sizes.',
    items: [
      {
        title: 'Margherita pizza',
        description: 'San Marzano tomato, fior di latte mozzarella and basil: the one we judge ourselves by.',
        ...sized('Regular', { Small: 790, Regular: 980, Large: 1290 }),
        featured: true,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'MILK'],
        groups: ['onMargherita', 'toppings'],
      },
      {
        title: 'Marinara pizza',
        description: 'Tomato, sliced garlic and wild oregano, with good olive oil and no cheese at all.',
        ...sized('Regular', { Small: 690, Regular: 850, Large: 1150 }),
        tags: ['vegetarian', 'vegan'],
        allergens: ['GLUTEN'],
        groups: ['onMarinara', 'toppings'],
      },
      {
        title: 'Pepperoni pizza',
        description:
          'Tomato and mozzarella under a full layer of pepperoni that curls and crisps at the edges.',
        ...sized('Regular', { Small: 950, Regular: 1180, Large: 1490 }),
        featured: true,
        tags: [],
        allergens: ['GLUTEN', 'MILK'],
        groups: ['onPepperoni', 'toppings'],
      },
      {
        title: 'Diavola pizza',
        description:
          'Spicy Calabrian salami and fresh chilli on tomato and mozzarella, for those who like it hot.',
        ...sized('Regular', { Small: 980, Regular: 1220, Large: 1540 }),
        tags: ['spicy'],
        allergens: ['GLUTEN', 'MILK'],
        groups: ['onDiavola', 'toppings'],
      },
      {
        title: 'Four-cheese pizza',
        description:
          'A white pizza of mozzarella, Gorgonzola, Taleggio and Parmesan, baked until it blisters.',
        ...sized('Regular', { Small: 980, Regular: 1240, Large: 1560 }),
        tags: [],
        allergens: ['GLUTEN', 'MILK'],
        groups: ['onFourCheese', 'toppings'],
      },
      {
        title: 'Ham and mushroom pizza',
        description: 'Slow-cooked ham and chestnut mushrooms over tomato and mozzarella.',
        ...sized('Regular', { Small: 950, Regular: 1190, Large: 1490 }),
        tags: [],
        allergens: ['GLUTEN', 'MILK'],
        groups: ['onHamAndMushroom', 'toppings'],
      },
      {
        title: 'Garden pizza',
        description: 'Chargrilled courgette, aubergine and sweet peppers on tomato and mozzarella.',
        ...sized('Regular', { Small: 920, Regular: 1150, Large: 1450 }),
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'MILK'],
        groups: ['onGarden', 'toppings'],
      },
      {
        title: 'Tuna and onion pizza',
        description: 'Line-caught tuna, red onion and a scatter of capers on tomato and mozzarella.',
        ...sized('Regular', { Small: 960, Regular: 1200, Large: 1520 }),
        tags: [],
        allergens: ['GLUTEN', 'FISH', 'MILK'],
        groups: ['onTuna', 'toppings'],
      },
      {
        title: 'Calzone',
        description:
          'A folded pizza filled with ricotta, mozzarella, ham and spinach, with tomato sauce beside it.',
        price: 1290,
        tags: [],
        allergens: ['GLUTEN', 'MILK'],
        variants: [],
        groups: ['inCalzone', 'toppings'],
      },
    ],
  },
  {
    slug: 'pasta',
    title: 'Pasta and risotto',
    description: 'Egg pasta rolled here every morning, and dried pasta from a small mill in Gragnano.',
    items: [
      {
        title: 'Spaghetti carbonara',
        description:
          'Crisp guanciale, egg yolk, pecorino and plenty of black pepper, with never a drop of cream.',
        price: 1290,
        featured: true,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MILK'],
        variants: [],
        groups: ['inCarbonara', 'pastaExtras'],
      },
      {
        title: 'Tagliatelle bolognese',
        description: 'Ribbons of egg pasta in a beef and pork ragù that simmers for five hours.',
        price: 1350,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'CELERY', 'SULPHITES'],
        variants: [],
        groups: ['onBolognese', 'pastaExtras'],
      },
      {
        title: 'Lasagne',
        description:
          'Seven thin layers of pasta, beef ragù and béchamel, with the crisp corner if you ask early.',
        price: 1380,
        featured: true,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'CELERY', 'SULPHITES'],
        variants: [],
        groups: ['finishingTouches'],
      },
      {
        title: 'Penne arrabbiata',
        description: 'Penne in a quick tomato sauce with garlic and as much chilli as you dare.',
        price: 1090,
        tags: ['vegetarian', 'vegan', 'spicy'],
        allergens: ['GLUTEN'],
        variants: [],
        groups: ['inArrabbiata', 'heat', 'pastaExtras'],
      },
      {
        title: 'Spaghetti with clams',
        description: 'Small sweet clams opened in white wine with garlic, parsley and a hint of chilli.',
        price: 1590,
        tags: [],
        allergens: ['GLUTEN', 'SULPHITES', 'MOLLUSCS'],
        variants: [],
        groups: ['withClams', 'pastaExtras'],
      },
      {
        title: 'Pesto gnocchi',
        description: 'Potato gnocchi in basil and walnut pesto with green beans and a spoonful of ricotta.',
        price: 1250,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'NUTS'],
        variants: [],
        groups: ['withGnocchi', 'finishingTouches'],
      },
      {
        title: 'Spinach and ricotta ravioli',
        description: 'Hand-folded parcels of spinach and ricotta in a light tomato and butter sauce.',
        price: 1320,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'EGGS', 'MILK'],
        variants: [],
        groups: ['finishingTouches'],
      },
      {
        title: 'Mushroom risotto',
        description:
          'Carnaroli rice stirred slowly with porcini and chestnut mushrooms, thyme and mascarpone.',
        price: 1390,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK', 'CELERY', 'SULPHITES'],
        variants: [],
        groups: ['inRisotto', 'finishingTouches'],
      },
      {
        title: 'Pumpkin ravioli',
        description:
          'Roasted pumpkin ravioli in sage butter under amaretti crumbs, back when the leaves turn.',
        price: 1420,
        hidden: true,
        tags: ['vegetarian', 'seasonal'],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'NUTS'],
        variants: [],
        groups: ['onPumpkinRavioli', 'finishingTouches'],
      },
    ],
  },
  {
    slug: 'mains',
    title: 'Mains',
    description: 'From the grill and the oven; most come with a side of your choice.',
    items: [
      {
        title: 'Burger',
        description:
          'A thick beef patty in a toasted sesame brioche bun with salad, pickles and our own sauce.',
        price: 1390,
        featured: true,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'MUSTARD', 'SESAME'],
        variants: [],
        groups: ['inBurger', 'burgerExtras', 'side'],
      },
      {
        title: 'Chickpea burger',
        description: 'A crisp chickpea and herb patty in a soft potato bun with salad and tahini sauce.',
        price: 1290,
        tags: ['vegetarian', 'vegan'],
        allergens: ['GLUTEN', 'SESAME'],
        variants: [],
        groups: ['inChickpeaBurger', 'burgerExtras', 'side'],
      },
      {
        title: 'Sirloin steak',
        description: 'Dry-aged sirloin of 250 g from the grill, rested and finished with rosemary butter.',
        price: 2290,
        tags: ['gluten-free'],
        allergens: ['MILK'],
        variants: [],
        groups: ['onSteak', 'doneness', 'side', 'steakSauces'],
      },
      {
        title: 'Chicken Milanese',
        description: 'Chicken breast beaten thin, crumbed and fried golden, with rocket and cherry tomatoes.',
        price: 1590,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MILK'],
        variants: [],
        groups: ['withMilanese', 'side'],
      },
      {
        title: 'Roast chicken',
        description: 'Half a free-range chicken roasted with lemon and rosemary, and a jug of its own gravy.',
        price: 1490,
        tags: ['gluten-free'],
        allergens: ['CELERY', 'SULPHITES'],
        variants: [],
        groups: ['withRoastChicken', 'side'],
      },
      {
        title: 'Grilled sea bass',
        description: 'A fillet of sea bass with crackling skin, dressed with salsa verde and lemon.',
        price: 1890,
        tags: ['gluten-free'],
        allergens: ['FISH'],
        variants: [],
        groups: ['withSeaBass', 'side'],
      },
      {
        title: 'Meatballs',
        description: 'Beef and pork meatballs braised in tomato sauce, the way somebody’s aunt insists on.',
        price: 1350,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'CELERY'],
        variants: [],
        groups: ['side'],
      },
      {
        title: 'Aubergine parmigiana',
        description: 'Layers of roasted aubergine, tomato, mozzarella and Parmesan baked in their own dish.',
        price: 1290,
        tags: ['gluten-free'],
        allergens: ['MILK'],
        variants: [],
        groups: ['finishingTouches'],
      },
    ],
  },
  {
    slug: 'salads',
    title: 'Salads',
    description: 'Big enough to be lunch.',
    items: [
      {
        title: 'Caesar salad',
        description: 'Crisp romaine with garlic croutons, Parmesan, anchovies and a proper Caesar dressing.',
        price: 1090,
        featured: true,
        tags: [],
        allergens: ['GLUTEN', 'EGGS', 'FISH', 'MILK', 'MUSTARD'],
        variants: [],
        groups: ['inCaesar', 'saladExtras'],
      },
      {
        title: 'Caprese salad',
        description: 'Thick slices of tomato and buffalo mozzarella with basil and peppery olive oil.',
        price: 1050,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK'],
        variants: [],
        groups: ['inCaprese', 'saladExtras'],
      },
      {
        title: 'Rocket and pear salad',
        description: 'Peppery rocket with ripe pear, walnuts and soft crumbs of Gorgonzola.',
        price: 1080,
        tags: ['gluten-free'],
        allergens: ['MILK', 'NUTS', 'SULPHITES'],
        variants: [],
        groups: ['inRocketAndPear', 'dressing', 'saladExtras'],
      },
      {
        title: 'Tuna salad',
        description: 'Good tinned tuna with creamy white beans, red onion, celery and little gem lettuce.',
        price: 1150,
        tags: ['gluten-free'],
        allergens: ['FISH', 'CELERY', 'SULPHITES'],
        variants: [],
        groups: ['inTunaSalad', 'dressing', 'saladExtras'],
      },
      {
        title: 'Farro salad',
        description: 'Warm farro tossed with roasted courgette, peppers and sun-dried tomatoes.',
        price: 990,
        tags: ['vegetarian', 'vegan'],
        allergens: ['GLUTEN', 'SULPHITES'],
        variants: [],
        groups: ['inFarroSalad', 'dressing', 'saladExtras'],
      },
    ],
  },
  {
    slug: 'sides',
    title: 'Sides',
    description: null,
    items: [
      {
        title: 'Fries',
        description: 'Cut by hand, cooked twice in their own fryer and salted the moment they come out.',
        ...sized('Regular', { Regular: 390, Large: 550 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['dips'],
      },
      {
        title: 'Sweet potato fries',
        description: 'Sweet potato batons with crisp edges and a dusting of smoked paprika.',
        ...sized('Regular', { Regular: 450, Large: 620 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['dips'],
      },
      {
        title: 'Roast potatoes',
        description: 'New potatoes roasted in olive oil with rosemary and whole cloves of garlic.',
        price: 420,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        variants: [],
        groups: ['dips'],
      },
      {
        title: 'Grilled vegetables',
        description: 'Courgette, aubergine and peppers from the grill with lemon and thyme.',
        price: 490,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        variants: [],
        groups: [],
      },
      {
        title: 'Side salad',
        description: 'Mixed leaves with tomato, cucumber and red onion, dressed as you like.',
        price: 420,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: ['SULPHITES'],
        variants: [],
        groups: ['inSideSalad', 'dressing'],
      },
      {
        title: 'Focaccia',
        description: 'A warm square of our own focaccia with sea salt and rosemary.',
        price: 350,
        tags: ['vegetarian', 'vegan'],
        allergens: ['GLUTEN'],
        variants: [],
        groups: [],
      },
    ],
  },
  {
    slug: 'desserts',
    title: 'Desserts',
    description: 'Made here, in small batches; when it is gone, it is gone.',
    items: [
      {
        title: 'Tiramisu',
        description:
          'Espresso-soaked savoiardi under whipped mascarpone and cocoa, made this morning in one tray.',
        price: 650,
        featured: true,
        stock: 24,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'EGGS', 'MILK'],
        variants: [],
        groups: ['dessertExtras'],
      },
      {
        title: 'Panna cotta',
        description: 'Vanilla cream set just enough to tremble, with the sauce you prefer.',
        price: 580,
        tags: ['gluten-free'],
        allergens: ['MILK'],
        variants: [],
        groups: ['pannaCottaSauce'],
      },
      {
        title: 'Gelato',
        description: 'A cup of gelato churned on the premises, in up to three flavours.',
        price: 520,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['EGGS', 'MILK', 'NUTS'],
        variants: [],
        groups: ['flavours', 'dessertExtras'],
      },
      {
        title: 'Cannoli',
        description: 'Two crisp shells filled to order with sweet ricotta, candied orange and pistachios.',
        price: 590,
        tags: ['vegetarian'],
        allergens: ['GLUTEN', 'EGGS', 'MILK', 'NUTS'],
        variants: [],
        groups: ['inCannoli'],
      },
      {
        title: 'Chocolate cake',
        description: 'A dense slice of dark chocolate and almond cake, made without a grain of flour.',
        price: 620,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['EGGS', 'MILK', 'NUTS'],
        variants: [],
        groups: ['dessertExtras'],
      },
      {
        title: 'Affogato',
        description: 'Vanilla gelato and chopped hazelnuts, drowned in hot espresso at the table.',
        price: 490,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['EGGS', 'MILK', 'NUTS'],
        variants: [],
        groups: ['onAffogato', 'beans'],
      },
      {
        title: 'Fruit salad',
        description: 'Whatever fruit was best at the market today, with lemon and mint.',
        price: 490,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        variants: [],
        groups: ['dessertExtras'],
      },
    ],
  },
  {
    slug: 'drinks',
    title: 'Drinks',
    description: 'Cold, and brought first.',
    items: [
      {
        title: 'Coke',
        description: 'The classic cola, poured over ice with a slice of lemon.',
        ...sized('Regular', { Regular: 290, Large: 390 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['inColdDrink'],
      },
      {
        title: 'Diet Coke',
        description: 'The sugar-free one, poured over ice with a slice of lemon.',
        ...sized('Regular', { Regular: 290, Large: 390 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['inColdDrink'],
      },
      {
        title: 'Lemonade',
        description: 'Lemons squeezed this morning, a little sugar and a sprig of mint.',
        ...sized('Regular', { Regular: 340, Large: 450 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['inLemonade'],
      },
      {
        title: 'Iced peach tea',
        description: 'Black tea steeped cold overnight with ripe peach.',
        price: 350,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        variants: [],
        groups: ['inColdDrink'],
      },
      {
        title: 'Orange juice',
        description: 'Valencia oranges, pressed when you order.',
        ...sized('Regular', { Regular: 350, Large: 480 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: [],
      },
      {
        title: 'Still water',
        description: 'Chilled still mineral water in a glass bottle, for one or for the table.',
        ...sized('Small', { Small: 190, Large: 320 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: [],
      },
      {
        title: 'Sparkling water',
        description: 'Chilled mineral water with a fine bubble, for one or for the table.',
        ...sized('Small', { Small: 210, Large: 340 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: [],
      },
      {
        title: 'Lager',
        description: 'A crisp, lightly bitter lager from a brewery across the river.',
        ...sized('Small', { Small: 290, Large: 470 }),
        tags: ['vegetarian', 'vegan', 'alcohol'],
        allergens: ['GLUTEN'],
        groups: [],
      },
      {
        title: 'House wine',
        description: 'An honest wine from growers we know, by the glass, the carafe or the bottle.',
        ...sized('Glass', { Glass: 420, Carafe: 1190, Bottle: 1790 }),
        tags: ['gluten-free', 'alcohol'],
        allergens: ['SULPHITES'],
        groups: ['wineColour'],
      },
    ],
  },
  {
    slug: 'coffee',
    title: 'Coffee and tea',
    description: 'A dark house roast, ground for every cup.',
    items: [
      {
        title: 'Espresso',
        description: 'Short and dark, with a hazelnut-coloured crema.',
        ...sized('Single', { Single: 180, Double: 240 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['beans'],
      },
      {
        title: 'Macchiato',
        description: 'An espresso marked with a spoonful of milk foam.',
        ...sized('Single', { Single: 200, Double: 260 }),
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK'],
        groups: ['milk', 'beans'],
      },
      {
        title: 'Americano',
        description: 'Espresso lengthened with hot water, for a slower conversation.',
        ...sized('Regular', { Regular: 230, Large: 290 }),
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        groups: ['beans', 'coffeeExtras'],
      },
      {
        title: 'Cappuccino',
        description: 'Equal parts of espresso, hot milk and dense foam, welcome here at any hour.',
        ...sized('Regular', { Regular: 280, Large: 350 }),
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK'],
        groups: ['milk', 'beans', 'coffeeExtras'],
      },
      {
        title: 'Latte',
        description: 'A mild, milky coffee with a thin cap of foam.',
        ...sized('Regular', { Regular: 290, Large: 360 }),
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK'],
        groups: ['milk', 'beans', 'coffeeExtras'],
      },
      {
        title: 'Flat white',
        description: 'A double espresso under a thin layer of silky steamed milk.',
        price: 310,
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK'],
        variants: [],
        groups: ['milk', 'beans', 'coffeeExtras'],
      },
      {
        title: 'Hot chocolate',
        description: 'Thick Italian-style chocolate under whipped cream and a dusting of cocoa.',
        ...sized('Regular', { Regular: 350, Large: 430 }),
        tags: ['vegetarian', 'gluten-free'],
        allergens: ['MILK'],
        groups: ['onHotChocolate', 'milk'],
      },
      {
        title: 'Pot of tea',
        description: 'Loose-leaf tea in a warm pot, enough for two cups.',
        price: 280,
        tags: ['vegetarian', 'vegan', 'gluten-free'],
        allergens: [],
        variants: [],
        groups: ['tea'],
      },
    ],
  },
] satisfies DemoCategory<keyof typeof groups>[];

export const demoMenu: DemoMenu = {
  restaurant: {
    slug: 'trattoria-comanda',
    title: 'Trattoria Comanda',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    locale: 'en-GB',
    // What Spain takes of a meal.
    taxPerMillion: 100_000,
    pricesIncludeTax: true,
  },
  tables: [
    'Table 1',
    'Table 2',
    'Table 3',
    'Table 4',
    'Table 5',
    'Table 6',
    'Table 7',
    'Table 8',
    'Terrace 1',
    'Terrace 2',
    'Terrace 3',
    'Terrace 4',
  ],
  groups,
  categories,
};

/** All of it comes with the item; any of it may be left off. */
function included(title: string, ...titles: string[]): DemoGroup {
  const modifiers = titles.map((each) => ({ title: each, price: 0, isDefault: true }));
  return { title, min: 0, max: modifiers.length, modifiers };
}

function extras(title: string, max: number, prices: Record<string, number>): DemoGroup {
  return choice(title, 0, max, prices);
}

function oneOf<Title extends string>(
  title: string,
  prices: Record<Title, number>,
  usual?: NoInfer<Title>,
): DemoGroup {
  return choice(title, 1, 1, prices, usual);
}

function choice(
  title: string,
  min: number,
  max: number,
  prices: Record<string, number>,
  usual?: string,
): DemoGroup {
  const modifiers = Object.entries(prices).map(([each, price]) => ({
    title: each,
    price,
    isDefault: each === usual,
  }));
  return { title, min, max, modifiers };
}

/** An item's variants, and its price: the usual one's. */
function sized<Label extends string>(usual: NoInfer<Label>, prices: Record<Label, number>) {
  const variants: DemoVariant[] = Object.entries<number>(prices).map(([label, price]) => ({
    label,
    price,
    isDefault: label === usual,
  }));
  return { price: prices[usual], variants };
}
