import { createHash, createHmac } from 'node:crypto';

/** Personal links: the token is derived from the delivery and a key outside the database, which keeps only its digest. */
export class PersonalLinks {
  constructor(
    private readonly key: Buffer,
    private readonly publicUrl: string,
  ) {}

  tokenOf(deliveryId: string): string {
    return createHmac('sha256', this.key).update(deliveryId).digest('base64url');
  }

  digestOf(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }

  /** The whole address by which a co-handler without an account gives its opinion. */
  opinionAddressOf(linkId: string): string {
    return `${this.publicUrl}/o/${this.tokenOf(linkId)}`;
  }

  /** The whole address by which somebody answers a question about a draft. */
  questionAddressOf(confirmationId: string): string {
    return `${this.publicUrl}/q/${this.tokenOf(confirmationId)}`;
  }

  /** The whole address by which a proposer reads what became of the promises, and rates it. */
  promisesAddressOf(linkId: string): string {
    return `${this.publicUrl}/c/${this.tokenOf(linkId)}`;
  }

  /** The token of one rating's newest link: an earlier serial opens nothing. */
  ratingToken(ratingId: string, serial: number): string {
    return this.tokenOf(`rating ${ratingId} ${serial}`);
  }

  /** The whole address by which a proposer rates: shown to the coordinator, never to the handler. */
  ratingAddressOf(ratingId: string, serial: number): string {
    return `${this.publicUrl}/r/${this.ratingToken(ratingId, serial)}`;
  }

  /** The whole address a proposer gets. */
  addressOf(deliveryId: string): string {
    return `${this.publicUrl}/f/${this.tokenOf(deliveryId)}`;
  }
}
