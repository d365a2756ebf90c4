/** Shapes the importer knows. Half-width punctuation of stored copies is accepted wherever the full-width one is. */

export const DOCUMENT_NUMBER =
  /[\p{Script=Han}A-Za-z]{1,14}\s*[〔[【（(［]\s*(?:19|20)\d{2}\s*[〕\]】）)］]\s*第?\s*\d{1,5}\s*号/u;
/** A class wherever it stands: (A类), C类, 类 别:B, a lone letter at a line's end. */
export const CLASS_IN_BRACKETS = /^[（(]\s*([A-DＡ-Ｄ])\s*类?\s*[）)]$/;
export const CLASS_LABELLED = /^(?:办理(?:结果)?)?(?:类\s*别|类型)\s*[:：]\s*([A-DＡ-Ｄ])\s*类?\s*$/;
export const CLASS_ALONE = /^([A-DＡ-Ｄ])\s*类?$/;
export const SIGNED_BY = /^(?:签\s*发\s*人|领导签批)\s*[:：]\s*(.+)$/;
export const PUBLICATION =
  /^(?:此件)?(主动公开|依申请公开|同意公开|予以公开|不予公开|不同意公开|可以公开)[。.]?$/;
export const PUBLICATION_LABELLED = /^(?:公开(?:方式|属性|类别|形式)|信息公开选项)\s*[:：]\s*(.+?)[。.]?$/;
export const COPY_TO = /^抄\s*送\s*[:：]\s*(.+)$/;
export const ATTACHMENT = /^附\s*件\s*[:：]\s*(.+)$/;
export const COPIES = /^.{2,30}[（(]\d+份[）)][。.]?$/;

/** Lines a web page adds round a letter. */
export const FURNITURE: readonly RegExp[] = [
  /^#\s*(?:source|note)\b/i,
  /^(?:信息)?来源\s*[:：]/,
  /^(?:发布|更新|公开|成文|生成)(?:时间|日期)\s*[:：]/,
  /^日期\s*[:：]\s*\d{4}-\d{1,2}-\d{1,2}/,
  /^(?:索\s*引\s*号|主题分类|发文单位|发文机关|名\s+称|有\s*效\s*性|发文日期|组配分类|信息类别|文\s{2,}号|浏览(?:次数|量)|点击(?:次数|量)|阅读(?:次数|量)|字体|字号|作者|责任编辑|编辑)\s*[:：]/,
  /^(?:【?打印(?:本页)?】?|【?关闭(?:窗口)?】?|分享到|扫一扫|上一篇|下一篇|首页\s*[>＞]|当前位置)/,
];

const FULL_DATE = /^(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?$/;
const CHINESE_DATE =
  /^([〇零○Ｏ0-9一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/;
const BARE_DIGITS = /^((?:19|20)\d{2})(\d{2,4})$/;
export const DATE_PATTERNS = { FULL_DATE, CHINESE_DATE, BARE_DIGITS } as const;

/** How a body names itself at its name's end; a line that ends so and says nothing else is an issuer or a signature. */
export const UNIT_NAME =
  /^[\p{Script=Han}（）()、\s]{2,40}(?:局|委|委员会|办公室|办|厅|院|部|中心|政府|公司|集团|管委会|银行|支队|大队|总队|联合会|协会|分局|署|处|社|会|站|所)$/u;

export const PHONE =
  /(?:\+?86[-\s]?)?(?:\(?0\d{2,3}\)?[-\s—]?)?\d[\d*×xX]{2,3}[-\s]?[\d*×xX]{3,8}(?:[-转]\d{1,6})?/g;
export const CONTACT_LINE =
  /^[（(]?\s*(?:承办(?:负责)?人|承\s*办\s*人|经办人|联系人|联系方式|联系电话|联系地址|主管领导|分管领导|电\s*话)(?:姓名)?(?:[及、和]?(?:联系)?(?:电话|方式))?\s*[:：]/;
export const CLOSING =
  /^(?:专此|特此|此复|谨此|以上(?:答复|意见)|(?:最后[，,])?(?:再次|非常|衷心|诚挚|十分)?(?:地)?感谢(?!信))/;
export const OPENING_END = /(?:如下|以下(?:答复|回复|意见))\s*[:：。]?$/;
