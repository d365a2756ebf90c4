const colors: Readonly<Record<string, string>> = {
  accepted: 'green',
  submitted: 'blue',
  approved: 'green',
  signed: 'green',
  delivered: 'green',
  received: 'green',
  sent_back: 'red',
  returned: 'red',
  open: 'blue',
  in_review: 'blue',
};

/** A tint beside the words of a state; the words alone say it too. */
export const stateColor = (state: string): string | undefined => colors[state];
