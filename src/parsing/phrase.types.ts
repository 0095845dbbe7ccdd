import { Field, Int, ObjectType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Candidate, Phrase } from './order-parser.ts';

@ObjectType('Phrase', { description: "A stretch of the guest's text.", simpleResolvers: true })
export class PhraseType implements Phrase {
  @Field()
  text!: string;

  @Field(() => Int, { description: 'Where it starts in the text, in UTF-16 units from 0.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  end!: number;
}

@ObjectType('ParseCandidate', {
  description: 'Something on the menu that words may mean.',
  simpleResolvers: true,
})
export class CandidateType implements Candidate {
  @Field(() => UUID, { description: 'Of an item, a variant or a modifier.' })
  id!: string;

  @Field()
  title!: string;
}
