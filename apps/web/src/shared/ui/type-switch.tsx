import { setLargeType, useLargeType } from '../large-type';

/** 大字: larger letters everywhere, kept by this browser. */
export function TypeSwitch() {
  const large = useLargeType();
  return (
    <button
      type="button"
      className="type-switch"
      aria-pressed={large}
      title={large ? '回到标准字号' : '把字放大'}
      onClick={() => setLargeType(!large)}
    >
      {large ? '标准字' : '大字'}
    </button>
  );
}
