/** Something that stops the launcher and that a person can mend: the message is one Chinese sentence that says how. */
export class LauncherError extends Error {
  constructor(message, details = '') {
    super(message);
    this.name = 'LauncherError';
    this.details = details;
  }
}
