import type { MouseEvent, ReactNode } from 'react';
import { goTo, hrefOf, type Route } from './route';

interface PageLinkProps {
  readonly to: Route;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link within the page; with a modifier key the browser opens a window as usual. */
export function PageLink({ to, className, current, children }: PageLinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a
      href={hrefOf(to)}
      className={className}
      onClick={follow}
      aria-current={current === true ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
