import { useQuery } from '@tanstack/react-query';
import { writtenQuery } from '../../shared/api/review-queries';
import { LetterFrame } from '../../shared/ui/letter-frame';
import { Answer } from '../../shared/ui/states';

interface Props {
  readonly proposalId: string;
  readonly href: string;
  readonly title: string;
}

/** A letter as the server writes it of the draft as it stands. */
export function WrittenLetter({ proposalId, href, title }: Props) {
  const query = useQuery(writtenQuery(proposalId, href));
  return <Answer query={query}>{(html) => <LetterFrame html={html} title={title} />}</Answer>;
}
