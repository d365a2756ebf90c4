import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useLargeType } from '../shared/large-type';
import { pageNonce } from '../shared/nonce';
import { queryClient, router } from './router';

const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4e89',
    colorLink: '#1d4e89',
    colorError: '#b3191e',
    colorSuccess: '#17652c',
    colorWarning: '#8a5a00',
    colorTextSecondary: '#4a5460',
    colorTextDescription: '#4a5460',
    colorTextPlaceholder: '#66707c',
    borderRadius: 4,
    fontSize: 15,
    fontFamily: 'var(--sans)',
  },
};
/** The library measures in pixels: its letters grow with the others. */
const largeTheme: ThemeConfig = { token: { ...theme.token, fontSize: 19, controlHeight: 42 } };
const csp = { nonce: pageNonce() };
const button = { autoInsertSpace: false };

/** The whole program: language, colours, data and routes. */
export function App() {
  const large = useLargeType();
  return (
    <ConfigProvider locale={zhCN} theme={large ? largeTheme : theme} csp={csp} button={button}>
      <AntApp component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
