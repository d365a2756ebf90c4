import type { PlaceProfile, ProfileRoute } from '../profile/profile';
import { routeOf } from '../profile/lookups';
import { type ProposalKind, proposalKinds } from '../proposal-kinds';

/** What the choice of a route looks at. */
export interface RouteFacts {
  /** The words of the reply itself: its sections and its overall part. */
  readonly text: string;
  readonly keyProposal: boolean;
  readonly kind: ProposalKind;
  readonly outcomeClass: string | null;
  readonly coHandlers: number;
  /** 重新办理: the proposer has had a letter already. */
  readonly redo: boolean;
}

export interface RouteChoice {
  readonly route: ProfileRoute;
  /** Why, as the page and the sign-off sheet say it. */
  readonly reason: string;
}

type Topic = PlaceProfile['topics'][number];
type When = NonNullable<ProfileRoute['when']>;

/** The first words of `text` that speak of the topic, or null. */
function mention({ words, patterns }: Topic, text: string): string | null {
  const word = words.find((each) => text.includes(each));
  if (word !== undefined) return word;
  for (const pattern of patterns) {
    const found = new RegExp(pattern, 'u').exec(text);
    if (found) return found[0];
  }
  return null;
}

/** Whether a text speaks of one of the place's topics. */
export const speaksOf = (profile: PlaceProfile, topic: string, text: string): boolean =>
  profile.topics.some((each) => each.key === topic && mention(each, text) !== null);

function mentioned(profile: PlaceProfile, topics: readonly string[], { text }: RouteFacts): string | null {
  const found = profile.topics
    .filter(({ key }) => topics.includes(key))
    .flatMap((topic) => {
      const words = mention(topic, text);
      return words === null ? [] : [`涉及${topic.name}（“${words}”）`];
    });
  return found.length > 0 ? found.join('、') : null;
}

type Test = (profile: PlaceProfile, when: When, facts: RouteFacts) => string | null | undefined;

/** Each condition: undefined where the route does not ask, null where it does not hold, else why it holds. */
const tests: readonly Test[] = [
  (_, { keyProposal }, facts) =>
    keyProposal && (facts.keyProposal === (keyProposal === 'yes') ? keyWords[keyProposal] : null),
  (profile, { mentions }, facts) => mentions && mentioned(profile, mentions, facts),
  (_, { coHandlersAtLeast }, facts) =>
    coHandlersAtLeast === undefined
      ? undefined
      : facts.coHandlers >= coHandlersAtLeast
        ? `有 ${facts.coHandlers} 家会办单位`
        : null,
  (_, { classes }, { outcomeClass }) =>
    classes &&
    (outcomeClass !== null && classes.includes(outcomeClass) ? `办理结果是 ${outcomeClass} 类` : null),
  (_, { kinds }, { kind }) => kinds && (kinds.includes(kind) ? `是${proposalKinds[kind]}` : null),
  (_, { redo }, facts) => redo && (facts.redo === (redo === 'yes') ? redoWords[redo] : null),
];
const keyWords = { yes: '是重点提案', no: '不是重点提案' } as const;
const redoWords = { yes: '是重新办理', no: '是第一次办理' } as const;

/** Why a route fits, or null. A route without conditions fits only as the default. */
function fits(profile: PlaceProfile, route: ProfileRoute, facts: RouteFacts): string | null {
  const { when } = route;
  if (when === undefined) return null;
  const found = tests.map((test) => test(profile, when, facts)).filter((each) => each !== undefined);
  return found.length > 0 && found.every((each) => each !== null) ? found.join('、') : null;
}

/** The first route of the place whose conditions all hold; the default one last. */
export function chooseRoute(profile: PlaceProfile, facts: RouteFacts): RouteChoice {
  for (const route of profile.routes) {
    const why = fits(profile, route, facts);
    if (why !== null) return { route, reason: `因${why}，走“${route.name}”流程。` };
  }
  const route = routeOf(profile);
  return { route, reason: `没有特别情形，走“${route.name}”流程。` };
}
