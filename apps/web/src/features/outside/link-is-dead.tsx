import { Result } from 'antd';

/** Unknown, used and stopped links look the same: nothing is given away. */
export const LinkIsDead = () => (
  <main className="outside">
    <Result
      status="info"
      title={<h1>这个链接打不开</h1>}
      subTitle="链接可能没有复制完整、已经用过，或者已经停用。请与给您发链接的单位联系。"
    />
  </main>
);
