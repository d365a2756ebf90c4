/** Shapes the importer knows. Half-width punctuation of stored copies is accepted wherever the full-width one is. */

const OPEN = '[〔[【（(［﹝〖「{]';
const CLOSE = '[〕\\]】）)］﹞〗」}]';
/** 中工信函〔2025〕122号, 某教〔2020〕综12号, 〔2021〕某教提字第12号. */
export const DOCUMENT_NUMBER = new RegExp(
  `[\\p{Script=Han}A-Za-z]{1,16}\\s*${OPEN}\\s*(?:19|20)\\d{2}\\s*年?\\s*${CLOSE}\\s*(?:第|[\\p{Script=Han}]{1,4})?\\s*[A-Z]?\\d{1,5}\\s*号` +
    `|^${OPEN}\\s*(?:19|20)\\d{2}\\s*${CLOSE}\\s*[\\p{Script=Han}]{2,12}\\s*第?\\s*\\d{1,5}\\s*号`,
  'u',
);
/** A line that is only a number, printed without 号 or without brackets round the year. */
export const DOCUMENT_NUMBER_LINE = new RegExp(
  `^[\\p{Script=Han}]{2,12}\\s*(?:${OPEN}\\s*(?:19|20)\\d{2}\\s*${CLOSE}\\s*第?\\s*\\d{1,5}|(?:19|20)\\d{2}\\s*[-—－]\\s*\\d{1,4}\\s*号)$`,
  'u',
);
/** A class wherever it stands: (A类), C类, 【B】, a lone letter. */
export const CLASS_IN_BRACKETS = /^[（(【[]\s*([A-DＡ-Ｄ])\s*类?(?:件)?\s*[）)】\]]$/;
export const CLASS_ALONE = /^([A-DＡ-Ｄ])\s*类?(?:件|提案|答复)?$/;
/** "此件公开发布" is a formula of its own; before other words 此件 says nothing. */
export const PUBLICATION =
  /^[（(【[]?\s*(?:此件(?=[主依同予不可]))?((?:此件)?公开发布|(?:此件)?删减后公开|主动公开|依申请公开|同意公开|予以公开|不予公开|不同意公开|可以公开|不宜公开|全文公开|摘要公开|公开)\s*[）)】\]]?[。.]?$/;
export const COPIES = /^.{2,40}[（(]\s*(?:各)?[\d一二三四五六七八九十]+\s*份\s*[）)][。.；;，,]?$/;
export const ATTACHMENT = /^附(?:\s*件)?\s*[:：]\s*(.+)$/;
/** "附件", "附件1", "附件一：" at the head of an attachment's page. */
export const ATTACHMENT_PAGE = /^附\s*件\s*([\d一二三四五六七八九十]{0,3})\s*[:：]?$/;

const FULL_DATE = /^(\d{4})\s*[年.\-/－—]\s*(\d{1,2})\s*[月.\-/－—]\s*(\d{1,2})\s*[日号]?$/;
/** The marks lost or half lost, the blanks kept: "2025 9 3", "2025年9 3". */
const SPACED_DATE = /^(\d{4})[年\s]+(\d{1,2})[月\s]+(\d{1,2})[日\s]*$/;
const CHINESE_DATE =
  /^([〇零○◯ＯOoОо0-9０-９一二三四五六七八九]{4})年([一二三四五六七八九十\d]{1,3})月([一二三四五六七八九十廿卅\d]{1,3})[日号]$/;
const BARE_DIGITS = /^((?:19|20)\d{2})(\d{2,4})$/;
export const DATE_PATTERNS = { FULL_DATE, SPACED_DATE, CHINESE_DATE, BARE_DIGITS } as const;

const UNIT_END =
  '局|委|委员会|办公室|办|厅|院|部|署|中心|政府|公司|集团|管委会|银行|支行|分行|支队|大队|总队|联合会|协会|商会|学会|分局|处|社|会|站|所|海关|气象台|法院|大学|学院|学校|中学|小学|医院|指挥部|街道|团委|工委|党委|妇联|残联|科协|文联|工商联|侨联|总工会|红十字会|队|场|馆|段|厂|园区|新区|开发区|高新区|领导小组|专班|研究室|管理处|督查室|秘书处';
/** How a body names itself at its name's end; a line that ends so and says nothing else is an issuer or a signature. */
export const UNIT_NAME = new RegExp(`^[\\p{Script=Han}（）()、·\\s\\d]{1,45}(?:${UNIT_END})$`, 'u');
const UNIT_TAIL = new RegExp(`(?:${UNIT_END}|县|区|市|镇|乡)$`);
/** Whether a name is that of a unit, by its last word. */
export const isUnit = (name: string): boolean => UNIT_TAIL.test(name.replace(/[（(][^（()）]*[）)]$/, ''));

export const PHONE =
  /(?:\+?86[-\s]?)?(?:[（(]\s*0\d{2,3}\s*[）)]\s*|0\d{2,3}\s*[-－—–]{1,2}\s*)?\d[\d*×xX＊]{2,3}(?:[-\s]?[\d*×xX＊]{3,4}){1,2}(?:[-－—–转]{1,2}\d{1,6})?/g;
/** How closing sentences begin. */
const CLOSINGS = [
  '专此|特此|此复|谨此|此致|顺致|顺祝|敬礼',
  '以上(?:答复|意见|回复|复函|情况|是)',
  '(?:如|若|对|如对|若对|如您对|如果您对|您对|你们对|贵.对)?(?:以上|此|本|上述|我[局委办院厅们])(?:的)?(?:答复|复函|回复|办理).{0,16}(?:意见|建议|不满意|异议)',
  '(?:此|本)(?:复函|答复|件).{0,20}(?:审签|审定|签发)',
  '祝您?',
  '(?:最后|在此|同时|为此|再次)?[，,]?(?:我[局委办院厅们会]|我单位)?(?:谨)?[，,]?(?:再次|非常|衷心|诚挚|十分|真诚|诚恳|由衷|深深|特别|万分)?(?:地|的)?(?:表示)?(?:感谢|致谢|谢谢)(?!信|状)',
  '(?:再次|最后|在此)?[，,]?(?:我[局委办院厅们会]|我单位)?(?:谨)?对(?:您|你|贵|各位).{2,60}表示(?:衷心|诚挚|由衷|最?真诚|最?诚挚)?的?(?:感谢|谢意)',
  '(?:敬请|恳请|诚请|欢迎|希望|期待|诚恳希望|诚挚希望|真诚希望)(?:您|你们|贵.|各位委员|各位代表)?(?:能)?(?:一如既往|继续|今后|多提|提出|对我)',
];
export const CLOSING = new RegExp(`^(?:${CLOSINGS.join('|')})`);
export const OPENING_END =
  /(?:如下|以下(?:的)?(?:答复|回复|意见|说明|汇报)|(?:答复|回复|函复|汇报|说明)(?:您|你们|贵.)?)\s*[:：]$|(?:如下)\s*[。.]?$/;
/** What only the first sentences of a letter say. */
export const OPENING_LIKE =
  /(?:提案|建议|议案|来函|意见|交办|转办).{0,80}(?:收悉|收到|已交|已转|交由|答复如下|回复如下|函复如下|汇报如下|办理情况)|^(?:现将)?(?:您|你|贵).{0,30}(?:提出|提交|反映|所提)/;
