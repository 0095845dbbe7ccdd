import { Max, Min } from 'class-validator';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
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
