import fs from 'node:fs';
import path from 'node:path';

const MANY = 500;
const tabs = [
  'text',
  'units',
  'opinions',
  'draft',
  'letters',
  'ratings',
  'promises',
  'contacts',
  'clocks',
  'history',
];

/** Who looks at what, by the duty as the demo names it. */
const byDuty = {
  交办人员: ({ cases, fresh }) => [
    ['todo', '/todo'],
    ['todo-all', '/todo?box=all'],
    ['ledger', '/proposals'],
    ['new-proposal', '/proposals/new'],
    ['import', '/proposals/import'],
    ['supervise', '/supervise'],
    ['calendar', '/calendar'],
    ['delegations', '/delegations'],
    ['earlier-letters', '/earlier-letters'],
    ['notice-settings', '/notice-settings'],
    ...fresh.slice(0, 1).map((id) => ['assign', `/proposals/${id}/assign`]),
    ['commitments', '/commitments'],
    ['dashboard', '/dashboard?figure=repliesDue'],
    ['reports', '/reports'],
    ['registers', '/registers'],
    ['policies', '/policies'],
    ['search', '/search?q=建议'],
    ['notices', '/notices'],
    ...cases.slice(0, 1).flatMap((id) => tabs.map((tab) => [`case-${tab}`, `/proposals/${id}?tab=${tab}`])),
  ],
  承办人: ({ cases, opinions }) => [
    ['drafter-todo', '/todo'],
    ...cases.slice(0, 3).flatMap((id, i) => [
      [`desk-${i}`, `/proposals/${id}/draft`],
      [`desk-checks-${i}`, `/proposals/${id}/draft?side=checks`],
      [`review-${i}`, `/proposals/${id}/review`],
    ]),
    ...opinions.slice(0, 1).map((id) => ['opinion', `/opinions/${id}`]),
  ],
  文书: ({ letters }) => [
    ['board-number', '/letters?box=number'],
    ['board-archive', '/letters?box=archive'],
    ...letters.slice(0, 1).map((id) => ['letter', `/letters/${id}`]),
  ],
  系统管理员: () => [
    ['admin-units', '/admin/units'],
    ['admin-place', '/admin/place'],
    ['admin-wording', '/admin/wording'],
    ['admin-calendar', '/admin/calendar'],
    ['admin-channels', '/admin/channels'],
  ],
  安全管理员: () => [['admin-people', '/admin/people']],
  审计管理员: () => [['admin-audit', '/admin/audit']],
};
/** What is read without an account. */
const outside = ({ letter }) => [
  ['login', '/login'],
  ['personal-letter', letter.page],
  ['public', '/public'],
];

/** What a person's lists lead to. */
async function idsOf(context) {
  const ask = async (address) => (await context.request.get(`/api${address}`)).json().catch(() => ({}));
  const { items = [] } = await ask('/todo?box=all');
  const { rows = [] } = await ask('/letters');
  const cases = items.map(({ proposalId }) => proposalId);
  const files = await Promise.all(cases.slice(0, 6).map((id) => ask(`/proposals/${id}`)));
  return {
    cases,
    fresh: items.filter(({ stageLabel }) => stageLabel === '待交办').map(({ proposalId }) => proposalId),
    opinions: files.flatMap(({ opinions = [] }) => opinions.map(({ id }) => id)),
    letters: [
      ...rows.map(({ letterId }) => letterId),
      ...files.flatMap(({ letters = [] }) => letters.map(({ id }) => id)),
    ].filter(Boolean),
  };
}

/** More cases than a screen holds, with titles of every length. */
async function registerMany(context) {
  const words = '关于统筹推进城乡居家社区养老服务网络与康复辅具租赁体系建设，促进银发经济高质量发展的建议';
  for (let i = 0; i < MANY; i++)
    await context.request.post('/api/proposals', {
      headers: { 'X-Requested-With': 'fuhan' },
      data: {
        kind: 'regular',
        number: String(1000 + i),
        ...{ term: 13, meeting: 5, title: words.slice(0, 12 + (i % 31)) + words.slice(-2) },
        proposers: [{ kind: 'member', name: '沈若谷' }],
        fullText: '详见附件。',
        suggestions: [{ title: '完善网络', body: '完善网络。' }],
      },
    });
}

async function shootAll(context, size, places, folder) {
  const page = await context.newPage();
  for (const [name, address] of places) {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(600);
    await page.screenshot({ path: path.join(folder, `${name}-${size}.png`), fullPage: size === 'phone' });
  }
  await page.close();
}

/** Every route at both widths, the lists with few rows and with many, into a folder that is looked at and not committed. */
export async function takeEveryRoute({ demo, signedIn, anybody, folder }) {
  fs.mkdirSync(folder, { recursive: true });
  const coordinator = demo.accounts.find(({ duties }) => duties.includes('交办人员')) ?? demo.accounts[0];
  for (const [duty, placesOf] of Object.entries(byDuty)) {
    const person = demo.accounts.find(({ duties }) => duties.includes(duty));
    if (!person) continue;
    for (const size of ['desk', 'phone']) {
      const context = await signedIn(size, person);
      await shootAll(context, size, placesOf(await idsOf(context)), folder);
      await context.close();
    }
  }
  for (const size of ['desk', 'phone']) {
    const context = await anybody(size);
    await shootAll(context, size, outside(demo), folder);
    await context.close();
  }
  const many = await signedIn('desk', coordinator);
  await registerMany(many);
  for (const size of ['desk', 'phone']) {
    const context = await signedIn(size, coordinator);
    await shootAll(
      context,
      size,
      [
        ['todo-500', '/todo'],
        ['ledger-500', '/proposals'],
      ],
      folder,
    );
    await context.close();
  }
  await many.close();
  console.log(folder);
}
