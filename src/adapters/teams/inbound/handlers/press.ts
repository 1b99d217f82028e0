import type { BotRequest } from '../read-request';

/** A button that was pressed, with the payload it carried. */
export type Press = Extract<BotRequest, { readonly kind: 'pressed' }>;
