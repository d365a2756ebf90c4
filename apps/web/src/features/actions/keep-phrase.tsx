import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { phrasesQuery } from '../../shared/api/review-queries';
import { useForm } from './form-context';

/** 存为常用语: what one has just written is at hand the next time. */
export function KeepPhrase({ text }: { text: string }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { disabled } = useForm();
  const keep = async (): Promise<void> => {
    try {
      const lists = await client.fetchQuery({ ...phrasesQuery, staleTime: 0 });
      const { texts = [], version = 0 } = lists.find(({ shelf }) => shelf === 'mine') ?? {};
      await api.POST('/phrases', { body: { shelf: 'mine', version, texts: [...texts, text] } });
      await client.invalidateQueries({ queryKey: ['case'] });
      void message.success('已存为您的常用语');
    } catch (error) {
      void message.error(asProblem(error).detail);
    }
  };
  return (
    <button type="button" className="phrase" disabled={disabled} onClick={() => void keep()}>
      ＋ 存为常用语
    </button>
  );
}
