/** The longest text of each field, in UTF-16 units, as the organisation file takes them. */
export const recordLimits = { name: 200, version: 200, address: 500, reason: 500 } as const;
