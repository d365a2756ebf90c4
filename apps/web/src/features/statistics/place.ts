/** Where figures are shown: both pages ask the same question, and open the lists behind the figures in their own place. */
export type Place = '/dashboard' | '/reports';
