import { strToU8, zipSync } from 'fflate';

/** What tells one letter from another. */
export interface EarlierWords {
  readonly number?: string;
  readonly date?: string;
  readonly heading?: string;
  readonly body?: string;
  readonly title?: string;
  readonly issuer?: string;
  readonly co?: string;
  readonly publication?: string;
  readonly proposal?: string;
}

/** A letter of an earlier year, one line a paragraph. */
export const earlierText = ({
  number = '中工信函〔2023〕31号',
  date = '2023年6月8日',
  heading = '摸清厂区用电底数，合理配建充电桩',
  body = '我局在2023年3月对36个厂区逐一登记变压器容量，腾出可用负荷约1.2万千伏安。',
  title = '关于改善厂区充电条件的提案',
  issuer = '中山市工业和信息化局',
  co = '市财政局',
  publication = '依申请公开',
  proposal = '131077',
}: EarlierWords = {}): string =>
  [
    '（A类）',
    issuer,
    number,
    `${issuer}关于市政协十三届一次会议第${proposal}号提案答复的函`,
    '民建中山市委会：',
    `你们提出的《${title}》（提案第${proposal}号）收悉，经综合${co}意见，现答复如下：`,
    `一、关于“${heading}”的建议`,
    '采纳。',
    body,
    '下一步，我局将按季度更新登记表。',
    '专此答复。',
    issuer,
    date,
    '（联系人及电话：钟岸，0760-88880002）',
    `公开方式：${publication}。`,
    `抄送：市政协提案委、市政府办公室、${co}。`,
  ]
    .filter((line) => line !== '')
    .join('\n\n');

/** A zip whose first entry is named in GBK, as older Chinese programs write it. */
export function gbkNamedZip(gbk: readonly number[], bytes: Uint8Array): Uint8Array {
  const ascii = 'n'.repeat(gbk.length);
  const zip = Buffer.from(zipSync({ [`${ascii}.txt`]: bytes }));
  const name = Buffer.from(gbk);
  for (let at = zip.indexOf(ascii); at >= 0; at = zip.indexOf(ascii)) name.copy(zip, at);
  return zip;
}

/** 答复 in GBK. */
export const GBK_REPLY = [0xb4, 0xf0, 0xb8, 0xb4];
export const packed = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );

/** Locks the first entry of a zip, by its mark alone. */
export function locked(zip: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(zip);
  const start = Buffer.from(copy).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.set([1], start + 8);
  return copy;
}
