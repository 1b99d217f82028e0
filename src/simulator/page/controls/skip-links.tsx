import { texts } from '../texts/page.de';

/** The first two stops of the keyboard: past all lists, to the messages or to the box where one writes. */
export function SkipLinks({ canWrite }: { readonly canWrite: boolean }) {
  return (
    <>
      <SkipLink to="#messages" label={texts.skip} />
      {canWrite && <SkipLink to="#compose" label={texts.skipToCompose} />}
    </>
  );
}

function SkipLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <a
      className="skip"
      href={to}
      onClick={(event) => {
        // The address stays that of the place.
        event.preventDefault();
        document.querySelector<HTMLElement>(to)?.focus();
      }}
    >
      {label}
    </a>
  );
}
