import type { PolicyReading } from '../../shared/api/types';

/** What a document says: what somebody should look at first, then its sections with measures and units, then its targets. */
export function ReadingPart({ reading }: { reading: PolicyReading }) {
  const { sections, targets, findings } = reading;
  return (
    <>
      {findings.length > 0 && (
        <section className="card pad settings" aria-label="需要核对">
          <h2>需要核对 {findings.length} 处</h2>
          <ul className="lines">
            {findings.map(({ id, message, source }) => (
              <li key={`${id} ${source} ${message}`}>
                {message} <span className="quiet">{source}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sections.map((section) => (
        <Section key={`${section.group ?? ''} ${section.number} ${section.title}`} section={section} />
      ))}
      {targets.length > 0 && (
        <section className="card pad settings" aria-label="目标">
          <h2>目标</h2>
          <ul className="lines">
            {targets.map(({ year, name, value, text }) => (
              <li key={text}>
                {year} 年：{name} <b>{value}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Section({ section }: { section: PolicyReading['sections'][number] }) {
  const { group, number, title, measures, measureCount } = section;
  return (
    <section className="card pad settings" aria-label={title}>
      {group && <p className="quiet">{group}</p>}
      <h2>
        {number}．{title} <small className="quiet">{measureCount} 条</small>
      </h2>
      <ul className="lines">
        {measures.map(({ text, units, source }) => (
          <li key={`${source} ${text}`}>
            <p>{text}</p>
            <p>
              {units.length > 0 ? <b>{units.join('、')}</b> : <span className="quiet">没有写明责任单位</span>}{' '}
              <span className="quiet">{source}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
