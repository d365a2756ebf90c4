import type { CalendarYear } from '@fuhan/rules';

/** A notice as the State Council may publish it for 2027. */
export const notice2027: CalendarYear = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-13' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  workdays: ['2027-02-14', '2027-04-25', '2027-05-08', '2027-09-26', '2027-10-09'],
};
