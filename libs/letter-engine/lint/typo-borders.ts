/** What must not stand before or after a wrong form: there it is the end of one word and the beginning of the next. */
interface Border {
  readonly before?: string;
  readonly after?: string;
}

const BORDERS: Readonly<Record<string, Border>> = {
  做为: { before: '多', after: '[民期主数]' },
  按排: { after: '[名放水污序量队查班行期位列气涝洪他]' },
  既便: { after: '[民于利捷企宜]' },
  既刻: { after: '不' },
  须求: { before: '必', after: '[真助证得同援]' },
  急须: { before: '[应紧]', after: '知' },
  所须: {
    before: '[场厕会务究院派诊事出托检律习支站哨守寓处]',
    after: '[配设每按先经在向依持具将由有悬张公建]',
  },
  必须品: { before: '要' },
  复盖: { before: '[反修恢重答批回往康]', after: '[章板住]' },
  解绝: { before: '[了理见讲]' },
  表绝: { before: '代', after: '[大对不]' },
  坚绝: { after: '壁' },
  坏境: { before: '[破损毁]' },
  没施: { after: '[工肥行加救]' },
  独持: { before: '[单]', after: '有(?!的)' },
  峻工: { before: '[严险陡]' },
  俊工: { before: '英' },
  收宜: { before: '[征回]' },
  竟争: { before: '[究毕]' },
  竟赛: { before: '[究毕]' },
  竟聘: { before: '[究毕]' },
  毕竞: { after: '[争赛选聘]' },
  协做: { after: '[好大]' },
  操做: { before: '[体早晨]', after: '[好大起]' },
  著做: { after: '[好大]' },
  部门协做: { after: '[好大]' },
  座落在: { before: '[一两几每]' },
  座落于: { before: '[一两几每]' },
  份量: { before: '[月年每身]' },
  过份: { before: '[超通经]', after: '[额数]' },
  帐本: { before: '营' },
  参予: { after: '以' },
  无须求: { before: '[虽]' },
  连合: { after: '[作格同法]' },
  预记: { before: '[干]' },
  未稍: { before: '[从]' },
  适益: { before: '[合]' },
  沿续: { before: '[岸]' },
  同不推进: { before: '[不]' },
  立既: { after: '[定有要是]' },
  随既: { after: '[定有]' },
  日惭: { after: '愧' },
  塌实: { after: '[验]' },
  通迅: { after: '速' },
  陆继: { after: '[续承]' },
  损款: { before: '[亏贪汇]', after: '[项额]' },
  致付: { before: '[导以]', after: '[款费]' },
  爆光: { before: '火' },
  防碍: { before: '[消国边海空城设布人江联预]' },
  渡假: { before: '轮' },
};

/** The pattern of a wrong form, with what must not stand around it. */
export function bordered(wrong: string): string {
  const { before, after } = Object.hasOwn(BORDERS, wrong) ? BORDERS[wrong]! : {};
  return `${before ? `(?<!${before})` : ''}${wrong}${after ? `(?!${after})` : ''}`;
}
