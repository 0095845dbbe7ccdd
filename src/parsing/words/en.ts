import type { Words } from './words.ts';

export const en: Words = {
  language: 'en',
  numbers: {
    zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
    eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18,
    nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
    hundred: 100, 'a hundred': 100, 'one hundred': 100, thousand: 1000, 'a thousand': 1000,
    'a single': 1, single: 1, couple: 2, 'couple of': 2, 'a couple': 2, 'a couple of': 2, 'a pair of': 2, 'pair of': 2,
    'half dozen': 6, 'half a dozen': 6, 'a half dozen': 6, dozen: 12, 'a dozen': 12, 'one dozen': 12,
    'two dozen': 24, 'three dozen': 36,
  },
  articles: ['a', 'an'],
  times: ['x', '×', 'times'],
  and: ['and', '&', 'n', 'then', 'and then', 'also', 'and also', 'as well as', 'but', 'followed by'],
  or: ['or', 'nor'],
  adding: [
    'with', 'w/', '+', 'plus', 'add', 'adding', 'including', 'topped with', 'along with', 'together with', 'and add',
    'add on', 'put on', 'throw in', 'make it with', 'have it with', 'comes with', 'but with',
  ],
  removing: [
    'no', 'not', 'without', 'w/o', '-', 'minus', 'hold', 'leave off', 'leave out', 'skip', 'except', 'except for',
    'instead of', 'rather than', 'lose', 'omit', 'remove', 'take off', 'take out', 'avoid', 'avoiding', 'excluding', 'exclude',
    'without adding', 'without any', 'not adding', 'do not add', 'dont add', 'do not put', 'dont put', 'do not want',
    'dont want', 'i do not want', 'i dont want', 'do not include', 'dont include', 'dont give me', 'do not give me',
    'no more', 'none of', 'with out', 'dont', 'do not',
  ],
  removingAfter: ['free'],
  warning: [
    'allergic to', 'im allergic to', 'i am allergic to', 'were allergic to', 'we are allergic to', 'intolerant to',
    'allergy to', 'an allergy to', 'i have an allergy to', 'careful with',
  ],
  warningAfter: ['allergy', 'allergies', 'allergic', 'intolerance', 'intolerant'],
  amounts: {
    extra: 'plain', more: 'plain', additional: 'plain',
    double: 'double', triple: 'double', 'lots of': 'double', 'a lot of': 'double', 'plenty of': 'double', heavy: 'double', 'heavy on': 'double',
    light: 'less', lite: 'less', less: 'less', 'a little': 'less', 'a little bit of': 'less', 'a bit of': 'less', 'just a little': 'less',
    'easy on': 'less', 'go easy on': 'less', 'light on': 'less', 'half the': 'less', 'not too much': 'less', 'not much': 'less',
  },
  others: {
    another: 'one', 'another one': 'one', 'one more': 'one', 'the other': 'one', 'the other one': 'one', 'other one': 'one', 'the first': 'one', 'the first one': 'one',
    'the second': 'one', 'the second one': 'one', 'the third': 'one', 'the third one': 'one', 'the last': 'one', 'the last one': 'one',
    'the rest': 'rest', 'the rest of them': 'rest', 'the others': 'rest', 'the other ones': 'rest', 'the remaining': 'rest',
  },
  every: {
    both: 'both', 'both of them': 'both', 'the both': 'both', 'them both': 'both', 'both of those': 'both',
    all: 'all', 'all of them': 'all', 'them all': 'all', 'all of those': 'all', each: 'all', 'each of them': 'all', 'each one': 'all',
    'every one': 'all', everything: 'all', 'all of it': 'all',
  },
  quiet: [
    'please', 'pls', 'plz', 'thanks', 'thank you', 'thankyou', 'thx', 'ty', 'cheers', 'kindly', 'sorry', 'ok', 'okay', 'yes', 'yeah', 'yep', 'sure', 'um', 'uh', 'er',
    'hi', 'hello', 'hey', 'hiya', 'good morning', 'good afternoon', 'good evening', 'there', 'no thanks', 'no thank you', 'thats all', 'thats it', 'that is all',
    'that is it', 'that will be all', 'that will be it', 'thatll be all', 'thatll be it', 'nothing else', 'all i want is', 'i guess', 'place', 'place an order', 'place an order for', 'an order', 'an order for', 'today', 'tonight', 'only', 'oh', 'you', 'your',
    'i', 'id', 'ill', 'im', 'ive', 'we', 'wed', 'well', 'me', 'us', 'my', 'our', 'it', 'its', 'them', 'those', 'these', 'this', 'that', 'they', 'of them',
    'of those', 'of these', 'of which', 'of it', 'the', 'some', 'any', 'of', 'for', 'to', 'in', 'on', 'at', 'is', 'are', 'be', 'will', 'am', 'so', 'now', 'too', 'just', 'as well',
    'can', 'could', 'may', 'might', 'would', 'should', 'shall', 'like', 'love', 'want', 'wanted', 'wanna', 'need', 'get', 'getting', 'gimme', 'give', 'have', 'having', 'had',
    'take', 'try', 'grab', 'bring', 'order', 'ordering', 'do', 'let', 'lets', 'send', 'put', 'make', 'made', 'go', 'going to', 'gonna', 'looking for', 'feel like',
    'orders of', 'order of', 'side of', 'sides of', 'glass of', 'glasses of', 'cup of', 'cups of', 'bottle of', 'bottles of', 'can of', 'cans of', 'plate of', 'plates of',
    'bowl of', 'bowls of', 'slice of', 'slices of', 'piece of', 'pieces of', 'portion of', 'portions of', 'scoop of', 'scoops of', 'bag of', 'bags of', 'box of', 'pot of', 'jug of', 'pint of', 'pints of', 'in it', 'in them',
    'for me', 'for us', 'for my friend', 'to drink', 'for the drink', 'for drinks', 'for a drink', 'on the side', 'for the side', 'as a side', 'for dessert', 'for starters', 'to start', 'to eat',
    'on top', 'on the top', 'on it', 'on them', 'on that', 'onto', 'sized', 'size', 'ones', '🙏', '😊', '🙂', '👍',
  ],
  optional: ['and', '&', 'n', 'with', 'of', 'the', 'in', 'on', 'a', 'an', 'or', 'al', 'alla', 'alle', 'allo', 'la', 'le', 'il', 'di', 'de', 'del', 'con', 'e', 'y', 'et'],
  describing: [
    'extra', 'double', 'triple', 'single', 'spicy', 'hot', 'cold', 'iced', 'fresh', 'freshly', 'grilled', 'fried', 'roasted', 'roast', 'baked', 'smoked', 'house', 'special', 'classic',
    'original', 'homemade', 'sweet', 'sour', 'mixed', 'big', 'little', 'mini', 'small', 'medium', 'large', 'regular', 'jumbo', 'green', 'red', 'white', 'black', 'brown', 'blue',
    'golden', 'dark', 'light', 'diet', 'zero', 'free', 'organic', 'whole', 'half', 'full', 'crispy', 'soft', 'creamy', 'thin', 'thick', 'deep', 'new', 'old', 'style', 'daily', 'today',
    'italian', 'french', 'american', 'mexican', 'greek', 'local', 'no', 'add', 'more', 'warm', 'plain', 'sauce', 'side', 'combo', 'deluxe', 'signature', 'premium', 'super', 'bottled', 'sparkling', 'still',
  ],
  neverTypos: [
    'beef', 'beer', 'bean', 'beans', 'bread', 'broth', 'butter', 'better', 'cake', 'cape', 'chicken', 'chips', 'clam', 'cod', 'corn', 'crab', 'cream', 'duck', 'eggs', 'fish', 'food', 'fruit', 'garlic',
    'goat', 'grape', 'ham', 'honey', 'horse', 'lamb', 'late', 'leek', 'lime', 'liver', 'mint', 'meal', 'meat', 'milk', 'mint', 'mussels', 'nuts', 'peanut', 'peanuts', 'pear', 'peas', 'pork', 'rice',
    'salt', 'sesame', 'shrimp', 'soda', 'soup', 'soy', 'steak', 'toast', 'tofu', 'tuna', 'turkey', 'veal', 'walnut', 'walnuts', 'wheat', 'wine', 'nice', 'more', 'much', 'many', 'very', 'really', 'table',
    'bill', 'card', 'cash', 'later', 'when', 'what', 'which', 'where', 'here', 'home', 'time', 'same', 'dish', 'main', 'else', 'from', 'been', 'than', 'then', 'were', 'gluten', 'dairy', 'vegan', 'lemon', 'melon',
  ],
  sizes: [
    ['small', 's', 'sm', 'sml', 'little'], ['medium', 'm', 'med', 'md'], ['large', 'l', 'lg', 'lrg', 'big'],
    ['extra large', 'xl', 'x large', 'xlarge', 'extra big'], ['regular', 'reg', 'normal', 'standard'],
  ],
  endings: [
    ['s', '', 'ss'], ['ie', 'y'], ['che', 'ch'], ['she', 'sh'], ['xe', 'x'], ['sse', 'ss'], ['oe', 'o'],
  ],
};
