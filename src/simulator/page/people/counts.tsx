import { texts } from '../texts/page.de';

/** Unread counts: numbers to see, words for a screen reader. */
export function Counts({ unread, mentions }: { readonly unread: number; readonly mentions: number }) {
  if (unread === 0 && mentions === 0) return null;
  return (
    <>
      <span className="counts" aria-hidden>
        {mentions > 0 && <span className="count mention-count">@{mentions}</span>}
        {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
      </span>
      <span className="visually-hidden">{texts.counts(unread, mentions)}</span>
    </>
  );
}
