import type { OnboardingCall } from '../../../domain/organisation/onboarding/onboarding-calls';
import type { Place } from '../../../domain/organisation/place';
import { furtherOnboardings } from '../../../texts/further.de';
import { onboardingCallsHeading, onboardingNews } from '../../../texts/onboarding-calls.de';
import { onboardingWords, setUpText } from '../../../texts/onboarding-card.de';
import type { View } from '../../../texts/view';
import { pressButton } from './buttons';
import { renderCallCard } from './call-card';
import type { AdaptiveCardJson } from './card-json';
import type { CalledPeople } from './card-mentions';
import { shortened } from './typed-text';

/** As much as tells what is to be done; the onboarding's own card says the rest. UTF-16 units. */
const longestNews = 300;

/** Several onboardings at once that wait for people or are over (process 7). */
export function renderOnboardingCallCard({
  calls,
  place,
  called,
  view,
}: {
  readonly calls: readonly OnboardingCall[];
  readonly place: Place;
  readonly called: CalledPeople;
  readonly view: View;
}): AdaptiveCardJson {
  return renderCallCard({
    called,
    heading: onboardingCallsHeading(calls),
    rows: calls.map((call) => ({
      names: [setUpText(call.onboarding, view), view.module(call.onboarding.module)],
      details: [shortened(onboardingNews(call, place, view), longestNews)],
    })),
    further: furtherOnboardings,
    button: pressButton(onboardingWords.heading, 'list', { do: 'list', list: 'onboardings', page: 1 }),
  });
}
