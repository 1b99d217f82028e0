/** How much is unread; the words stand in the name of the link around it. */
export function Counts({ unread, mentions }: { unread: number; mentions: number }) {
  if (unread === 0 && mentions === 0) return null;
  return (
    <span className="counts" aria-hidden>
      {mentions > 0 && <span className="count mention-count">@{mentions}</span>}
      {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
    </span>
  );
}
