const ways = [
  ['{{proposal.title}}', '提案的案由；number 是提案号'],
  ['{{issuer.name}}', '发函单位'],
  ['{{session.committee}}{{session.text}}', '市政协十三届四次会议'],
  ['{{pronoun}}', '对提案者的称呼'],
  ['{{words.document}}', '提案、建议或议案，按件的类型'],
  ['{{list coHandlers}}', '会办单位，用顿号连接'],
  ['{{#if coHandlers}}…{{else}}…{{/if}}', '有会办单位时印前一段，没有时印后一段'],
  ['{{#each contacts}}{{name}} {{phone}}{{/each}}', '逐个印出联系人'],
  ['{{date date}}', '日期，如2026年3月2日'],
] as const;

/** What may stand in a passage, for whoever does not do this every day. */
export function HowToWrite() {
  return (
    <details className="wording-ways">
      <summary>可以写些什么</summary>
      <p className="quiet">文字照写照印；要随件变化的地方用双花括号。换行就是另起一段。</p>
      <dl>
        {ways.map(([template, means]) => (
          <div key={template}>
            <dt>
              <code>{template}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
