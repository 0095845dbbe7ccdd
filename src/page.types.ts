import { ArrayMaxSize, ArrayUnique, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, type ClassType, Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Page, PageArgs, PageInfo } from './page.ts';

@ArgsType()
export class PageArgsType implements PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: '1 to 100; as many as PAGE_SIZE says when neither first nor last is given.',
  })
  @Min(1)
  @Max(100)
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 100.' })
  @Min(1)
  @Max(100)
  last?: number | null;

  @Field(() => String, { nullable: true })
  before?: string | null;
}

@ObjectType('PageInfo')
export class PageInfoType implements PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field()
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The connection type of a list: `OrderConnection` with its `OrderEdge`. */
export function connectionOf<Node>(node: ClassType<object>, name: string): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field()
    cursor!: string;

    @Field(() => node)
    node!: Node;
  }

  // The simple resolver calls what is a function, so the count runs only when its field is asked for.
  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType])
    edges!: Page<Node>['edges'];

    @Field(() => PageInfoType)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Counted only when asked for.' })
    totalCount!: () => Promise<number>;
  }
  return ConnectionType as ClassType<Page<Node>>;
}

/** One key of a list's order: `AccountOrderInput`, by one of the values of an enum. */
export function orderInputOf<Sort extends string>(
  sorts: { readonly [S in Sort]: S },
  name: string,
): ClassType<Ordering<Sort>> {
  @InputType(name)
  class OrderInput implements Ordering<Sort> {
    @Field(() => sorts)
    by!: Sort;

    @Field({ defaultValue: false, description: 'The highest or latest first.' })
    descending!: boolean;
  }
  return OrderInput;
}

export interface Ordering<Sort extends string> {
  readonly by: Sort;
  readonly descending: boolean;
}

/** The argument `orderBy` of a list: so many keys, each once. */
export function OrderBy(input: ClassType<object>, keys: number, otherwise: string): PropertyDecorator {
  const description = `The second orders what the first leaves equal, and so on; each once. ${otherwise} when it is left out, and for what is equal in all.`;
  return (target, property) => {
    Field(() => [input], { nullable: true, description })(target, property as string);
    ArrayMaxSize(keys)(target, property as string);
    ArrayUnique(({ by }: Ordering<string>) => by)(target, property as string);
    ValidateNested({ each: true })(target, property as string);
  };
}
