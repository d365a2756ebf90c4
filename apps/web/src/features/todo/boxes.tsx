import { Link } from '@tanstack/react-router';
import type { TodoAnswer, TodoBox } from '../../shared/api/types';
import { todoBoxes } from '../../shared/api/words';

/** What a box says when it is empty: what comes into it, or what to do. */
export const nothingIn: Readonly<Record<TodoBox, string>> = {
  todo: '没有等您办的，可以喝口茶了。',
  countersign: '没有等您会签的。别的单位请您单位会办、请您会签的会出现在这里。',
  circulated: '没有给您传阅的。参阅件、抄送的来函和还没有读的通知会出现在这里。',
  done: '最近 90 天您还没有办过事项。办过的会留在这里，方便回头查。',
  mine: '还没有由您起草的提案。分给您承办的会出现在这里。',
  starred: '还没有关注的提案。在案由后面点一下星标，就会放进来，只有您自己看得到。',
  all: '还没有您单位的提案。',
};

/** 文件夹: each with how many it holds. */
export function Boxes({ box, counts }: { box: TodoBox; counts: TodoAnswer['counts'] | undefined }) {
  return (
    <nav className="boxes todo-boxes" aria-label="文件夹">
      {(Object.keys(todoBoxes) as TodoBox[]).map((each) => (
        <Link
          key={each}
          to="/todo"
          search={each === 'todo' ? {} : { box: each }}
          aria-current={each === box ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {todoBoxes[each]} {counts?.[each] ?? ''}
        </Link>
      ))}
    </nav>
  );
}
