import { Arg, Ctx, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { LiveMessage } from '../events/live-source.ts';
import { LanguageTag } from '../language-tag.ts';
import type { Context } from '../viewer.ts';
import { followMenu } from './follow-menu.ts';
import { itemsTouched } from './items-touched.ts';
import { languageArg } from './language-arg.ts';
import type { MenuSnapshots } from './menu-snapshots.ts';
import { MenuUpdate } from './menu-updates.types.ts';
import { wantedLanguages } from './wanted-languages.ts';

@Resolver()
export class MenuUpdatesResolver {
  constructor(private readonly snapshots: MenuSnapshots) {}

  @Subscription(() => MenuUpdate, {
    description:
      'The public menu: first as it is, then every change, in order, none missing, none twice. What the clock alone changes is told by `changesAt`. For everybody. Errors: NOT_FOUND.',
    subscribe: ({ context, args }) => followMenu(context as Context, args['slug'], args['after'] ?? null),
  })
  async menuUpdates(
    @Ctx() ctx: Context,
    @Root() { verdict, number, previous, event }: LiveMessage,
    @Arg('slug') slug: string,
    @Arg('language', () => LanguageTag, languageArg) language: string | null,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'The last number you hold; none for a snapshot.',
    })
    _after: number | null,
  ): Promise<MenuUpdate> {
    const menu = await this.snapshots.reaching(slug, number, wantedLanguages(ctx, language));
    const change = event && { kind: event.kind, id: event.subject, items: itemsTouched(menu, event.subject) };
    return { verdict, number, previous, change, menu: verdict === 'RESUMED' ? null : menu };
  }
}
