import { useQuery, useQueryClient } from '@tanstack/react-query';
import { caseQuery } from '../../shared/api/queries';
import { useChangedAt } from '../../shared/live';

/** Somebody else has changed the case on the screen: the reader decides when to see it. */
export function CaseNews({ id }: { id: string }) {
  const client = useQueryClient();
  const changedAt = useChangedAt(id);
  const { dataUpdatedAt } = useQuery(caseQuery(id));
  const behind = dataUpdatedAt > 0 && changedAt > dataUpdatedAt;
  return (
    <div role="status">
      {behind && (
        <button
          type="button"
          className="news"
          onClick={() => void client.invalidateQueries({ queryKey: caseQuery(id).queryKey })}
        >
          这件提案刚有新进展，点此刷新
        </button>
      )}
    </div>
  );
}
