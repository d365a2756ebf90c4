import {
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  ContactsOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FileWordOutlined,
  HistoryOutlined,
  InboxOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  SearchOutlined,
  SendOutlined,
  SettingOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Badge } from 'antd';
import { Suspense } from 'react';
import { useLive } from '../features/live/use-live';
import { HouseKeys } from '../features/palette/house-keys';
import { SignOut } from '../features/session/sign-out';
import { meQuery } from '../shared/api/queries';
import { Loading } from '../shared/ui/states';
import { TypeSwitch } from '../shared/ui/type-switch';

const everybody = [
  { to: '/todo', words: '待办', icon: <InboxOutlined /> },
  { to: '/proposals', words: '提案台账', icon: <FileTextOutlined /> },
  { to: '/search', words: '全文检索', icon: <SearchOutlined /> },
] as const;
const workers = [
  { to: '/supervise', words: '督办', icon: <ClockCircleOutlined /> },
  { to: '/calendar', words: '到期日历', icon: <ScheduleOutlined /> },
  { to: '/commitments', words: '承诺台账', icon: <CheckSquareOutlined /> },
  { to: '/dashboard', words: '统计', icon: <BarChartOutlined /> },
  { to: '/reports', words: '年度报表', icon: <TableOutlined /> },
  { to: '/registers', words: '登记簿', icon: <BookOutlined /> },
  { to: '/policies', words: '政策文件', icon: <ProfileOutlined /> },
  { to: '/delegations', words: '委托代办', icon: <SwapOutlined /> },
] as const;
const clerks = [{ to: '/letters', words: '文书', icon: <FileDoneOutlined /> }] as const;
const coordinators = [{ to: '/earlier-letters', words: '往年答复函', icon: <HistoryOutlined /> }] as const;
const keepers = [
  { to: '/admin/units', words: '单位', icon: <TeamOutlined /> },
  { to: '/admin/people', words: '人员', icon: <ContactsOutlined /> },
] as const;

const ofTheSystem = [
  { to: '/admin/calendar', words: '放假安排', icon: <CalendarOutlined /> },
  { to: '/admin/channels', words: '外发通道', icon: <SendOutlined /> },
  { to: '/admin/wording', words: '信函用语', icon: <FileWordOutlined /> },
  { to: '/admin/place', words: '地方配置', icon: <SettingOutlined /> },
] as const;

const ofTheAudit = [{ to: '/admin/audit', words: '审计日志', icon: <AuditOutlined /> }] as const;

/** Head, ways and the page between them. */
export function Shell() {
  const { data: me } = useSuspenseQuery(meQuery);
  useLive();
  const places = [
    ...everybody,
    ...(me.duties.includes('clerk') ? clerks : []),
    ...(me.duties.some((duty) => duty.endsWith('_admin')) ? keepers : workers),
    ...(me.duties.includes('coordinator') ? coordinators : []),
    ...(me.duties.includes('system_admin') ? ofTheSystem : []),
    ...(me.duties.includes('audit_admin') ? ofTheAudit : []),
  ];
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="head">
        <Link to="/todo" className="brand">
          复函
          <span className="brand-more">政协提案办理与答复</span>
        </Link>
        <span className="place">{me.place}</span>
        <HouseKeys places={places} />
        <Link
          to="/notices"
          className="bell"
          aria-label={me.unread > 0 ? `通知，${me.unread} 条未读` : '通知'}
        >
          <Badge count={me.unread} size="small">
            <BellOutlined />
          </Badge>
        </Link>
        <TypeSwitch />
        <SignOut me={me} />
      </header>
      <nav className="ways" aria-label="主导航">
        {places.map(({ to, words, icon }) => (
          <Link key={to} to={to} className="way" activeProps={{ 'aria-current': 'page' }}>
            {icon}
            <span>{words}</span>
          </Link>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
