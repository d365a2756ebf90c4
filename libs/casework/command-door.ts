import { channelUseCasesWith } from '@fuhan/channels';
import { type CaseCommandName, type CommandInput, type CommandName, isHouseCommand } from '@fuhan/contracts';
import { calendarUseCases, type WorkingDays } from '@fuhan/clocks';
import { type Clock, FuhanError } from '@fuhan/kernel';
import { houseUseCases } from '@fuhan/identity';
import {
  announce,
  appendAudit,
  type BlobStore,
  type Seal,
  inTransaction,
  type OutboxMessage,
  type Profiles,
  writeOutbox,
} from '@fuhan/platform';
import {
  type AbsentPerson,
  type ActionName,
  type Actor,
  actions,
  authorize,
  houseActions,
  inPlaceOf,
  mayBegin,
  mayDo,
  mayKeepHouse,
  duties,
  profileOfKind,
  standsInFor,
  whoMay,
} from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { countVersion } from './case/case-version';
import { applyRulesWith } from './clocks/clock-rules';
import type { CommandContext, CommandOutcome, TrialPrint, Undo } from './case/context';
import type { PersonalLinks } from './case/links';
import { systemActor } from './case/outside-actor';
import { loadSnapshot } from './case/snapshot.queries';
import type { UseCase } from './case/use-case';
import { keepAnswer, type Sending, takeKey } from './command-once';
import { lockCase, parseInput, undoAfter } from './command-parts';
import { effectHandlers } from './effects';
import { disableIdlePerson, leaveWith } from './hand-over/leave.usecases';
import { letterImportUseCases } from './earlier/letter-import.usecases';
import { importUseCases } from './imports/import.usecases';
import { setSeriesStart } from './issuing/set-series-start.usecase';
import { policyUseCasesWith } from './policies/policy.usecases';
import { publishProfileWith } from './profile/publish-profile.usecase';
import { publishWordingWith } from './profile/publish-wording.usecase';
import { registerProposal } from './proposals/register-proposal.usecase';
import { useCases } from './use-cases';

export interface DoorServices {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly workingDays: WorkingDays;
  readonly profiles: Profiles;
  readonly trialPrint: TrialPrint;
  readonly links: PersonalLinks;
  readonly seal: Seal;
  readonly blobs: BlobStore;
  readonly horizonHours: number;
}

export interface CommandAnswer extends CommandOutcome {
  readonly proposalId: string | null;
  readonly undo?: Undo;
}

/** What a client may say about its sending, beside the input. */
export interface Precondition {
  /** The version of the case (unit, person) its writer saw: `If-Match`. */
  readonly seen?: number | null;
  /** The same key is the same sending: `Idempotency-Key`. */
  readonly key?: string | null;
}

/** What a use case leaves for the end of the transaction, and the version its sender saw. */
interface Sent {
  readonly outbox: OutboxMessage[];
  readonly seen: number | null;
}

/** What was done, and in whose place. */
interface Done {
  readonly answer: CommandAnswer;
  readonly absent: AbsentPerson | null;
}

/** The one door through which everything changes: parse, lock, authorize, act, leave messages, audit, commit. */
export class CommandDoor {
  constructor(private readonly services: DoorServices) {}

  /**
   * Runs one command for `actor`. Nothing is half done: any error rolls all of it back.
   * @throws FuhanError of the catalogue
   */
  async run(
    actor: Actor,
    name: CommandName,
    targetId: string | null,
    raw: unknown,
    { seen = null, key = null }: Precondition = {},
  ): Promise<CommandAnswer> {
    const input = parseInput(name, raw);
    const sending = key === null ? null : { personId: actor.personId, key, command: name, targetId, input };
    return inTransaction(this.services.dataSource, (em) =>
      this.once(em, sending, async () => {
        const outbox: OutboxMessage[] = [];
        const { answer, absent } = isHouseCommand(name)
          ? await this.keepHouse(em, actor, name, targetId, input, { outbox, seen })
          : name === 'proposal.register'
            ? await this.register(em, actor, input as CommandInput<'proposal.register'>)
            : await this.onCase(em, actor, name, targetId ?? '', input, { outbox, seen });
        await writeOutbox(em, outbox);
        if (answer.proposalId !== null) await announce(em, [{ case: answer.proposalId, by: actor.personId }]);
        await appendAudit(em, {
          actor: actor.personId,
          action: name,
          object: answer.id,
          detail: {
            ...{ proposalId: answer.proposalId, targetId },
            ...(absent && { onBehalfOf: absent.personId, as: inPlaceOf(actor, absent).name }),
          },
        });
        return answer;
      }),
    );
  }

  /** Does the work, or answers what the same sending was answered before. */
  private async once(
    em: EntityManager,
    sending: Sending | null,
    work: () => Promise<CommandAnswer>,
  ): Promise<CommandAnswer> {
    if (!sending) return work();
    const earlier = await takeKey<CommandAnswer>(em, sending, this.services.clock.now());
    if (earlier) return earlier;
    const answer = await work();
    await keepAnswer(em, sending, answer);
    return answer;
  }

  private async onCase(
    em: EntityManager,
    actor: Actor,
    name: Exclude<CaseCommandName, 'proposal.register'>,
    targetId: string,
    input: unknown,
    { outbox, seen }: Sent,
  ): Promise<Done> {
    const proposalId = await lockCase(em, name, targetId, input);
    const ctx = await this.contextOf(em, actor, proposalId, outbox);
    authorize(ctx.snapshot, actor, name, targetId);
    if (!actions[name].onlyReads) await countVersion(em, 'proposal', proposalId, seen);
    const absent = standsInFor(actor, (each) => mayDo(ctx.snapshot, each, name, targetId));
    const named = { ...ctx, actor: inPlaceOf(actor, absent) };
    const outcome = await (useCases[name] as UseCase<typeof name>)(named, input as never, targetId);
    const undo = await undoAfter(ctx, actor, name, targetId);
    return { answer: { ...outcome, proposalId, ...(undo && { undo }) }, absent };
  }

  /**
   * Somebody without an account acts on a case by a link: the same lock, context, messages and audit; `work` decides whether they may.
   * @throws FuhanError of the catalogue
   */
  async byLink<T>(
    proposalId: string,
    actor: Actor,
    did: { readonly action: ActionName; readonly linkId: string },
    work: (ctx: CommandContext) => Promise<T>,
  ): Promise<T> {
    return inTransaction(this.services.dataSource, async (em) => {
      await em.query('SELECT id FROM proposal WHERE id = $1 FOR UPDATE', [proposalId]);
      const outbox: OutboxMessage[] = [];
      const answer = await work(await this.contextOf(em, actor, proposalId, outbox));
      await countVersion(em, 'proposal', proposalId, null);
      await writeOutbox(em, outbox);
      await appendAudit(em, {
        actor: `outside-link ${did.linkId}`,
        action: did.action,
        object: did.linkId,
        detail: { proposalId },
      });
      return answer;
    });
  }

  /**
   * The program itself works on a case: the same lock, context, messages and audit.
   * @param work answers what the audit log keeps, or null where nobody sees a difference: then nothing is counted and announced either
   */
  async bySystem(
    proposalId: string,
    action: ActionName,
    work: (ctx: CommandContext) => Promise<object | null>,
  ): Promise<void> {
    await inTransaction(this.services.dataSource, async (em) => {
      await em.query('SELECT id FROM proposal WHERE id = $1 FOR UPDATE', [proposalId]);
      const outbox: OutboxMessage[] = [];
      const detail = await work(await this.contextOf(em, systemActor, proposalId, outbox));
      if (detail === null) return;
      await countVersion(em, 'proposal', proposalId, null);
      await writeOutbox(em, outbox);
      await announce(em, [{ case: proposalId, by: null }]);
      await appendAudit(em, { actor: 'system', action, object: proposalId, detail: { ...detail } });
    });
  }

  /** A case that a command on the house touches: locked, changed, counted, announced as by a command of its own. */
  private async touchCase(
    em: EntityManager,
    actor: Actor,
    outbox: OutboxMessage[],
    proposalId: string,
    work: (ctx: CommandContext) => Promise<void>,
  ): Promise<void> {
    await em.query('SELECT id FROM proposal WHERE id = $1 FOR UPDATE', [proposalId]);
    await work(await this.contextOf(em, actor, proposalId, outbox));
    await countVersion(em, 'proposal', proposalId, null);
    await announce(em, [{ case: proposalId, by: actor.personId }]);
  }

  /** What a use case on a locked case works with. */
  private async contextOf(
    em: EntityManager,
    actor: Actor,
    proposalId: string,
    outbox: OutboxMessage[],
  ): Promise<CommandContext> {
    const { clock, workingDays, trialPrint, links, horizonHours, profiles } = this.services;
    const now = clock.now();
    const today = clock.today();
    const snapshot = await loadSnapshot(em, proposalId, today);
    if (!snapshot) throw new FuhanError('request.not-found');
    const [pinned] = (await em.query('SELECT profile_version AS version FROM proposal WHERE id = $1', [
      proposalId,
    ])) as [{ version: number }];
    const profile = profileOfKind(await profiles.version(em, pinned.version), snapshot.proposal.kind);
    const calendar = await workingDays.current(em);
    const base = { em, actor, now, today, profile, calendar, horizonHours, proposalId, snapshot };
    const other = (id: string, action: ActionName): Promise<CommandContext> =>
      this.otherCase(em, actor, id, outbox, action);
    return { ...base, effects: effectHandlers, trialPrint, links, outbox, other };
  }

  /** A second case that the command changes: counted, announced and on the audit log like the first. */
  private async otherCase(
    em: EntityManager,
    actor: Actor,
    proposalId: string,
    outbox: OutboxMessage[],
    action: ActionName,
  ): Promise<CommandContext> {
    const ctx = await this.contextOf(em, actor, proposalId, outbox);
    await countVersion(em, 'proposal', proposalId, null);
    await appendAudit(em, { actor: actor.personId, action, object: proposalId, detail: { proposalId } });
    await announce(em, [{ case: proposalId, by: actor.personId }]);
    return ctx;
  }

  private async register(
    em: EntityManager,
    actor: Actor,
    input: CommandInput<'proposal.register'>,
  ): Promise<Done> {
    if (!mayBegin(actor, 'proposal.register')) {
      throw new FuhanError('permission.denied', {
        action: actions['proposal.register'].label,
        who: whoMay('proposal.register'),
      });
    }
    const profile = await this.services.profiles.current(em);
    const absent = standsInFor(actor, (each) => mayBegin(each, 'proposal.register'));
    const named = inPlaceOf(actor, absent);
    const { id } = await registerProposal(
      { em, actor: named, now: this.services.clock.now(), profile },
      input,
    );
    return { answer: { id, proposalId: id }, absent };
  }

  private async keepHouse(
    em: EntityManager,
    actor: Actor,
    name: keyof typeof houseActions,
    targetId: string | null,
    input: unknown,
    { outbox, seen }: Sent,
  ): Promise<Done> {
    if (!mayKeepHouse(actor, name)) {
      const who = houseActions[name].duties.map((duty) => duties[duty].label).join('或');
      throw new FuhanError('permission.denied', { action: houseActions[name].label, who });
    }
    const { target } = houseActions[name];
    if (targetId && (target === 'unit' || target === 'person'))
      await countVersion(em, target, targetId, seen);
    const useCase = {
      ...houseUseCases,
      ...channelUseCasesWith(this.services),
      ...calendarUseCases,
      'unit.setSeriesStart': setSeriesStart,
      'clockRules.apply': applyRulesWith(this.services),
      'profile.publish': publishProfileWith(this.services),
      'wording.publish': publishWordingWith(this.services),
      'person.disable': disableIdlePerson,
      'person.leave': leaveWith((proposalId, work) => this.touchCase(em, actor, outbox, proposalId, work)),
      ...importUseCases,
      ...letterImportUseCases,
      ...policyUseCasesWith(this.services),
    }[name];
    const { id } = await useCase(
      { em, actor, now: this.services.clock.now() },
      input as never,
      targetId ?? '',
    );
    return { answer: { id, proposalId: null }, absent: null };
  }
}
